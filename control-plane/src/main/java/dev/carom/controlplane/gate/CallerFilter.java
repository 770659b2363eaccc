package dev.carom.controlplane.gate;

import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.CallerAuthentication;
import dev.carom.controlplane.security.Reach;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, anew for each request, so that what is revoked is revoked at once. */
final class CallerFilter extends OncePerRequestFilter {
    /** The request's attribute that is there when its credential is none. */
    static final String CREDENTIAL_FAILED = CallerFilter.class.getName() + ".failed";

    private final Callers callers;

    CallerFilter(Callers callers) {
        this.callers = callers;
    }

    /** The console's files are everybody's. */
    static boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/actuator");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isOpen(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = callers.of(request);
        if (caller.isEmpty() && Callers.namesCredential(request)) {
            request.setAttribute(CREDENTIAL_FAILED, true);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        caller.ifPresent(known -> context.setAuthentication(new CallerAuthentication(known, Reach.NOTHING)));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
