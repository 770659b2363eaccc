package dev.carom.controlplane.identity;

import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.Grant;
import dev.carom.controlplane.security.Role;
import dev.carom.controlplane.security.Scope;
import dev.carom.controlplane.security.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of API tokens: shown once when made, kept as hashes only. */
@Component
public class ApiTokens {
    static final String PREFIX = "carom_api_";

    private static final int HINT_LENGTH = PREFIX.length() + 6;
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final LastUses lastUses;

    ApiTokens(JdbcClient sql, JsonMapper json, Clock clock, LastUses lastUses) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.lastUses = lastUses;
    }

    /** Who acts with this token; empty when it is unknown, expired or revoked. */
    public Optional<Caller> authenticate(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<ApiToken> known = sql.sql("""
                SELECT * FROM api_token
                WHERE hash = :hash AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
                """)
                .param("hash", Secret.hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(this::read)
                .optional();
        known.ifPresent(used -> lastUses.note(used, clock.instant()));
        return known.map(ApiTokens::caller);
    }

    private static Caller caller(ApiToken token) {
        Scope scope = new Scope(Set.copyOf(token.nodeGroupIds()), token.labels());
        return new Caller(Caller.Kind.TOKEN, token.id(), token.name(), List.of(new Grant(token.role(), scope)), false);
    }

    public Optional<ApiToken> find(UUID id) {
        return sql.sql("SELECT * FROM api_token WHERE id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The revoked and the expired too: they tell who could do what. */
    public List<ApiToken> list() {
        return sql.sql("SELECT * FROM api_token ORDER BY name, created_at")
                .query(this::read)
                .list();
    }

    ApiToken insert(String secret, TokenSpec spec, String createdBy, @Nullable Instant expiresAt) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO api_token
                  (id, name, hint, hash, role, node_group_ids, labels, created_by, created_at, expires_at)
                VALUES (:id, :name, :hint, :hash, :role, :groups, :labels::jsonb, :createdBy, :now, :expiresAt)
                """)
                .param("id", id)
                .param("name", spec.name())
                .param("hint", secret.substring(0, HINT_LENGTH))
                .param("hash", Secret.hash(secret))
                .param("role", spec.role().name())
                .param("groups", spec.nodeGroupIds().toArray(UUID[]::new))
                .param("labels", json.writeValueAsString(spec.labels()))
                .param("createdBy", createdBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "expiresAt",
                        expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return find(id).orElseThrow();
    }

    /** False when it was revoked before. */
    boolean revoke(UUID id) {
        return sql.sql("UPDATE api_token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    void revokeAllNamed(String name) {
        sql.sql("UPDATE api_token SET revoked_at = :now WHERE name = :name AND revoked_at IS NULL")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", name)
                .update();
    }

    private ApiToken read(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("hint"),
                Role.valueOf(row.getString("role")),
                Arrays.asList((UUID[]) row.getArray("node_group_ids").getArray()),
                json.readValue(row.getString("labels"), LABELS),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
