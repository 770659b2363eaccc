package dev.carom.controlplane.gate;

import dev.carom.controlplane.identity.OpenIdUsers;
import dev.carom.controlplane.identity.Sessions;
import dev.carom.controlplane.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Turns who comes back from the provider into a user with a session; nothing of the provider's tokens is kept. */
final class OpenIdSignIn {
    private static final Logger log = LoggerFactory.getLogger(OpenIdSignIn.class);
    private static final String CONSOLE = "/";
    private static final String FAILED = "/?signIn=failed";

    private final OpenIdRegistration registration;
    private final OpenIdSettings settings;
    private final OpenIdUsers users;
    private final Sessions sessions;

    OpenIdSignIn(OpenIdRegistration registration, OpenIdSettings settings, OpenIdUsers users, Sessions sessions) {
        this.registration = registration;
        this.settings = settings;
        this.users = users;
        this.sessions = sessions;
    }

    void configure(HttpSecurity http) {
        http.oauth2Login(login -> login.clientRegistrationRepository(registration)
                .authorizedClientRepository(new NoAuthorizedClients())
                .securityContextRepository(new RequestAttributeSecurityContextRepository())
                .loginPage(CONSOLE)
                .successHandler(this::admit)
                .failureHandler(failed()));
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        OidcUser person = (OidcUser) Objects.requireNonNull(known.getPrincipal());
        SecurityContextHolder.clearContext();
        String subject = Objects.requireNonNull(person.getSubject(), "An id token names its subject");
        String name = person.getPreferredUsername();
        try {
            UUID user = users.admit(settings.issuer(), subject, name == null ? subject : name, roles(person));
            sessions.begin(request, response, user);
            response.sendRedirect(CONSOLE);
        } catch (AccessDeniedException disabled) {
            sessions.end(request);
            response.sendRedirect(FAILED);
        }
    }

    private List<Role> roles(OidcUser person) {
        Object claim = person.getClaim(settings.rolesClaim());
        return texts(claim).stream()
                .map(value -> settings.roles().get(value))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Collection<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> values -> values.stream().map(String::valueOf).toList();
            default -> List.of(claim.toString());
        };
    }

    private static AuthenticationFailureHandler failed() {
        return (request, response, reason) -> {
            log.warn("An OpenID sign-in failed: {}", reason.getClass().getSimpleName());
            response.sendRedirect(FAILED);
        };
    }
}
