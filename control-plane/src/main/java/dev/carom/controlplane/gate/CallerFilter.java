package dev.carom.controlplane.gate;

import dev.carom.controlplane.identity.ApiTokens;
import dev.carom.controlplane.identity.Sessions;
import dev.carom.controlplane.identity.Users;
import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.CallerAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks, anew for each request, so that what is revoked is revoked at once: by the Authorization header,
 * and without one by the session.
 */
final class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final Sessions sessions;
    private final Users users;
    private final Refusals refusals;

    CallerFilter(ApiTokens tokens, Sessions sessions, Users users, Refusals refusals) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
        this.refusals = refusals;
    }

    /** Whether the request names its own credential, so that no browser can have been tricked into sending it. */
    static boolean namesCredential(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** The console's files are everybody's. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = namesCredential(request)
                ? bearer(request)
                : sessions.user(request).flatMap(users::caller);
        if (caller.isEmpty() && namesCredential(request)) {
            refusals.commence(request, response, new BadCredentialsException("No such token."));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        caller.ifPresent(known -> context.setAuthentication(new CallerAuthentication(known)));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<Caller> bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header.startsWith(BEARER)
                ? tokens.authenticate(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
