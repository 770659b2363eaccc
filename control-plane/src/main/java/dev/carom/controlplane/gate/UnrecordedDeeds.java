package dev.carom.controlplane.gate;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.audit.AuditTrail.Deed;
import dev.carom.controlplane.audit.Origin;
import dev.carom.controlplane.security.Actors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps those deeds that changed no row and so left none in the trail: commands to agents, sign-outs, questions. */
@Component
class UnrecordedDeeds {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final int REFUSED = 400;

    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    UnrecordedDeeds(AuditTrail audit, Actors actors, Clock clock) {
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    OncePerRequestFilter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return SAFE.contains(request.getMethod());
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                chain.doFilter(request, response);
                if (response.getStatus() < REFUSED && !Origin.isRecorded(request)) {
                    String deed = request.getMethod() + " " + request.getRequestURI();
                    audit.record(
                            clock.instant(),
                            actors.current(),
                            null,
                            List.of(new Deed("REQUESTED", "endpoint", new UUID(0, 0), deed)));
                }
            }
        };
    }
}
