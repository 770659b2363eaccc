package dev.carom.controlplane.gate;

import dev.carom.controlplane.rest.ProblemWriter;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody ask so often that others, the agents first, would notice. */
@Component
class RateLimits {
    private static final int MOST_KNOWN = 10_000;

    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();
    private final LimitSettings settings;
    private final Actors actors;
    private final ProblemWriter problems;

    RateLimits(LimitSettings settings, Actors actors, ProblemWriter problems) {
        this.settings = settings;
        this.actors = actors;
        this.problems = problems;
    }

    /** Not a bean: the servlet container would put it before the gate, too. */
    OncePerRequestFilter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return CallerFilter.isOpen(request);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (admits(actors.caller(), request.getRemoteAddr(), System.nanoTime())) {
                    chain.doFilter(request, response);
                } else {
                    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                    problems.write(
                            response,
                            HttpStatus.TOO_MANY_REQUESTS,
                            "RATE_LIMITED",
                            "Too many requests: ask less often.");
                }
            }
        };
    }

    /** Spends one request, if there is one left. */
    boolean admits(Optional<Caller> caller, String address, long now) {
        return caller.map(known ->
                        spend(known.kind() + " " + known.id(), settings.requestsPerSecond(), settings.burst(), now))
                .orElseGet(() -> spend(address, settings.unknownRequestsPerSecond(), settings.unknownBurst(), now));
    }

    private boolean spend(String key, int perSecond, int burst, long now) {
        if (allowances.size() > MOST_KNOWN) {
            forgetTheRested(now);
        }
        Allowance after = allowances.compute(
                key,
                (any, before) ->
                        (before == null ? Allowance.full(burst, now) : before.refilled(perSecond, burst, now)).spend());
        return after.granted();
    }

    private void forgetTheRested(long now) {
        allowances.values().removeIf(allowance -> now - allowance.nanos() > 60_000_000_000L);
        if (allowances.size() > MOST_KNOWN) {
            allowances.clear();
        }
    }
}
