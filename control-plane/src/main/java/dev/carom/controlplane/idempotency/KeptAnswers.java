package dev.carom.controlplane.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answers of the last day, in the database: any replica may be asked again. */
@Component
class KeptAnswers {
    static final Duration LIFETIME = Duration.ofHours(24);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    KeptAnswers(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** @param fingerprint of the request that it answered */
    record Kept(byte[] fingerprint, KeptAnswer answer) {}

    /** Until the transaction ends, nobody else works on this key. */
    void lock(IdempotencyKey key) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(encode(:hash, 'hex'), 0))")
                .param("hash", key.hash())
                .query((row, number) -> true)
                .single();
    }

    Optional<Kept> find(IdempotencyKey key) {
        return sql.sql("SELECT fingerprint, sealed FROM idempotent_answer WHERE key_hash = :hash AND expires_at > :now")
                .param("hash", key.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Kept(
                        row.getBytes(1), json.readValue(Seal.open(key.secret(), row.getBytes(2)), KeptAnswer.class)))
                .optional();
    }

    void keep(IdempotencyKey key, byte[] fingerprint, KeptAnswer answer) {
        sql.sql("""
                INSERT INTO idempotent_answer (key_hash, fingerprint, sealed, expires_at)
                VALUES (:hash, :fingerprint, :sealed, :expires)
                ON CONFLICT (key_hash) DO UPDATE SET fingerprint = excluded.fingerprint, sealed = excluded.sealed,
                  expires_at = excluded.expires_at
                """)
                .param("hash", key.hash())
                .param("fingerprint", fingerprint)
                .param("sealed", Seal.close(key.secret(), json.writeValueAsBytes(answer)))
                .param("expires", clock.instant().plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forgetExpired() {
        sql.sql("DELETE FROM idempotent_answer WHERE expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
