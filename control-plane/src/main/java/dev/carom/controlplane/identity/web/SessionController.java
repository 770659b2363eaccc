package dev.carom.controlplane.identity.web;

import dev.carom.controlplane.identity.Sessions;
import dev.carom.controlplane.identity.SignIn;
import dev.carom.controlplane.problem.Forbidden;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browser's session: a cookie that scripts cannot read, and a token against forged requests that they can. */
@RestController
@RequestMapping(path = "/api/v1/session", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "session")
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Actors actors;
    private final Documents documents;
    private final List<String> signInWith;

    SessionController(
            SignIn signIn,
            Sessions sessions,
            Actors actors,
            Documents documents,
            @Value("${carom.oidc.issuer:}") String openIdIssuer) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.actors = actors;
        this.documents = documents;
        this.signInWith = openIdIssuer.isBlank() ? List.of("PASSWORD") : List.of("PASSWORD", "OPENID");
    }

    /** Whom to let in. */
    record Credentials(
            @Schema(requiredMode = RequiredMode.REQUIRED) String name,
            @Schema(requiredMode = RequiredMode.REQUIRED) String password) {}

    /** A password for another. */
    record NewPassword(
            @Schema(requiredMode = RequiredMode.REQUIRED) String currentPassword,
            @Schema(requiredMode = RequiredMode.REQUIRED) String newPassword) {}

    @GetMapping
    @Operation(
            operationId = "getSession",
            summary = "Tell who is asking, and set the cookie XSRF-TOKEN that writes send back as X-XSRF-TOKEN")
    SessionView show(@RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf) {
        if (csrf != null) {
            csrf.getToken();
        }
        return actors.caller()
                .map(caller -> SessionView.of(caller, signInWith))
                .orElseGet(() -> SessionView.nobody(signInWith));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "signIn", summary = "Sign in with name and password")
    SessionView signIn(
            HttpServletRequest request, HttpServletResponse response, @RequestBody Document<Credentials> body) {
        Credentials given = documents.read(body, Credentials.class);
        Caller caller = signIn.withPassword(given.name(), given.password(), address(request));
        sessions.begin(request, response, caller.id());
        return SessionView.of(caller, signInWith);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signOut", summary = "Sign out here, or everywhere")
    void signOut(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean everywhere) {
        Optional<UUID> user = sessions.user(request);
        sessions.end(request);
        if (everywhere) {
            user.ifPresent(sessions::endAll);
        }
    }

    @PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changePassword", summary = "Change one's own password; other sessions end")
    void changePassword(
            HttpServletRequest request, HttpServletResponse response, @RequestBody Document<NewPassword> body) {
        NewPassword given = documents.read(body, NewPassword.class);
        UUID user = sessions.user(request)
                .orElseThrow(() -> new Forbidden("Only somebody who signed in has a password to change."));
        signIn.changePassword(user, given.currentPassword(), given.newPassword(), address(request));
        sessions.endAll(user);
        sessions.begin(request, response, user);
    }

    private static InetAddress address(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr());
    }
}
