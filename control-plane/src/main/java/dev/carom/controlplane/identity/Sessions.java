package dev.carom.controlplane.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Who is signed in, in PostgreSQL, so that replicas share it. A session keeps the user's id and nothing else. */
@Component
public class Sessions {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final CsrfTokenRepository forgeryTokens;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            CsrfTokenRepository forgeryTokens,
            Clock clock) {
        this.sessions = sessions;
        this.forgeryTokens = forgeryTokens;
        this.clock = clock;
    }

    /** Begins a session under a new id, with a new token for its writes: what was planted in the browser before is worth nothing. */
    public void begin(HttpServletRequest request, HttpServletResponse response, UUID user) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true)
                .setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, user.toString());
        forgeryTokens.saveToken(forgeryTokens.generateToken(request), request, response);
    }

    /** Whose session the request belongs to. */
    public Optional<UUID> user(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || isTooOld(session)) {
            return Optional.empty();
        }
        return Optional.ofNullable(user(session)).map(UUID::fromString);
    }

    private boolean isTooOld(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isBefore(clock.instant());
    }

    private static @Nullable String user(HttpSession session) {
        return (String) session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Ends the user's sessions on all replicas, in all browsers. */
    public void endAll(UUID user) {
        sessions.findByPrincipalName(user.toString()).keySet().forEach(sessions::deleteById);
    }
}
