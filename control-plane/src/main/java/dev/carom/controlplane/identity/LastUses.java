package dev.carom.controlplane.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers when tokens were used, and writes it down beside the requests: a read stays a read. */
@Component
class LastUses {
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();
    private final JdbcClient sql;

    LastUses(JdbcClient sql) {
        this.sql = sql;
    }

    void note(ApiToken token, Instant now) {
        Instant last = token.lastUsedAt();
        if (last == null || last.plus(GRAIN).isBefore(now)) {
            uses.put(token.id(), now);
        }
    }

    @Scheduled(fixedDelayString = "${carom.last-use-interval:2s}")
    void write() {
        uses.forEach((token, time) -> {
            sql.sql("UPDATE api_token SET last_used_at = greatest(last_used_at, :time) WHERE id = :token")
                    .param("time", time.atOffset(ZoneOffset.UTC))
                    .param("token", token)
                    .update();
            uses.remove(token, time);
        });
    }
}
