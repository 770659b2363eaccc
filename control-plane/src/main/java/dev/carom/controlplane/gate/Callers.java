package dev.carom.controlplane.gate;

import dev.carom.controlplane.identity.ApiTokens;
import dev.carom.controlplane.identity.Sessions;
import dev.carom.controlplane.identity.Users;
import dev.carom.controlplane.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Knows callers by what they show: the Authorization header, and without one the session. */
@Component
class Callers {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final Sessions sessions;
    private final Users users;

    Callers(ApiTokens tokens, Sessions sessions, Users users) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
    }

    /** Whether the request names its own credential, so that no browser can have been tricked into sending it. */
    static boolean namesCredential(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    Optional<Caller> of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return sessions.user(request).flatMap(users::caller);
        }
        return header.startsWith(BEARER)
                ? tokens.authenticate(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
