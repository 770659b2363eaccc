package dev.carom.controlplane.gate;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.problem.Forbidden;
import dev.carom.controlplane.rest.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers who may not, with a problem and without a hint of what is behind. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Codes that tell somebody who is not known yet more than that. */
    private static final Set<String> OF_CREDENTIALS = Set.of("SIGN_IN_FAILED", "TOKEN_INVALID");

    private final ProblemWriter problems;
    private final AuditTrail audit;
    private final Clock clock;

    Refusals(ProblemWriter problems, AuditTrail audit, Clock clock) {
        this.problems = problems;
        this.audit = audit;
        this.clock = clock;
    }

    private record Refusal(HttpStatus status, String code, String detail) {}

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException reason)
            throws IOException {
        Refusal refusal = cause(reason) instanceof Forbidden forbidden && OF_CREDENTIALS.contains(forbidden.code())
                ? new Refusal(HttpStatus.UNAUTHORIZED, forbidden.code(), forbidden.detail())
                : new Refusal(
                        HttpStatus.UNAUTHORIZED,
                        "UNAUTHENTICATED",
                        "Sign in, or send a token: Authorization: Bearer …");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        refuse(response, refusal);
    }

    private static @Nullable Throwable cause(@Nullable Throwable thrown) {
        return thrown == null ? null : thrown.getCause();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        refuse(
                response,
                switch (reason) {
                    case Forbidden forbidden -> new Refusal(HttpStatus.FORBIDDEN, forbidden.code(), forbidden.detail());
                    case CsrfException csrf ->
                        new Refusal(
                                HttpStatus.FORBIDDEN,
                                "CSRF",
                                "A write from a browser sends the cookie XSRF-TOKEN back as the header X-XSRF-TOKEN.");
                    default -> new Refusal(HttpStatus.FORBIDDEN, "FORBIDDEN", "This is not open to you.");
                });
    }

    private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        audit.denied(clock.instant(), refusal.code());
        problems.write(response, refusal.status(), refusal.code(), refusal.detail());
    }
}
