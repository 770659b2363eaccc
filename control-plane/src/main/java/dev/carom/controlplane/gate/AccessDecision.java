package dev.carom.controlplane.gate;

import dev.carom.controlplane.problem.Forbidden;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Judges each request by the table, before anything of it is read. */
final class AccessDecision implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String OWN_SESSION = "/api/v1/session";

    private final AccessTable table;
    private final Actors actors;

    AccessDecision(AccessTable table, Actors actors) {
        this.table = table;
        this.actors = actors;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        if (request.getAttribute(CallerFilter.CREDENTIAL_FAILED) != null) {
            throw new Forbidden("TOKEN_INVALID", "The token is unknown, expired or revoked.");
        }
        String path = request.getRequestURI();
        Opening opening = table.opening(request.getMethod(), path)
                .orElseThrow(() -> new Forbidden(
                        "NOT_OPEN",
                        "Nobody may: the table of endpoints and roles in docs/security.md does not list it."));
        Optional<Caller> caller = actors.caller();
        if (!opening.admits(caller)) {
            throw new Forbidden("This needs " + opening.spoken() + ".");
        }
        boolean own = path.equals(OWN_SESSION) || path.startsWith(OWN_SESSION + "/");
        if (!own
                && !(opening instanceof Opening.Anyone)
                && caller.filter(Caller::mustChangePassword).isPresent()) {
            throw new Forbidden(
                    "PASSWORD_CHANGE_REQUIRED", "Choose a password of your own first: PUT /api/v1/session/password.");
        }
        caller.ifPresent(known -> SecurityContextHolder.getContext()
                .setAuthentication(new CallerAuthentication(known, opening.reach(known))));
        return new AuthorizationDecision(true);
    }
}
