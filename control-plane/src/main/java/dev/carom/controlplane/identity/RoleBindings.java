package dev.carom.controlplane.identity;

import dev.carom.controlplane.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of role bindings. */
@Component
public class RoleBindings {
    private final JdbcClient sql;
    private final Clock clock;

    RoleBindings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public List<RoleBinding> list() {
        return sql.sql("SELECT * FROM role_binding ORDER BY user_id, role, node_group_id")
                .query(RoleBindings::read)
                .list();
    }

    public Optional<RoleBinding> find(UUID id) {
        return sql.sql("SELECT * FROM role_binding WHERE id = :id")
                .param("id", id)
                .query(RoleBindings::read)
                .optional();
    }

    List<RoleBinding> of(UUID user) {
        return sql.sql("SELECT * FROM role_binding WHERE user_id = :user ORDER BY role, node_group_id")
                .param("user", user)
                .query(RoleBindings::read)
                .list();
    }

    UUID insert(UUID user, Role role, @Nullable UUID nodeGroup, boolean fromClaims) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO role_binding (id, user_id, role, node_group_id, from_claims, created_at)
                VALUES (:id, :user, :role, :group, :fromClaims, :now)
                """)
                .param("id", id)
                .param("user", user)
                .param("role", role.name())
                .param("group", nodeGroup, Types.OTHER)
                .param("fromClaims", fromClaims)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void delete(UUID id) {
        sql.sql("DELETE FROM role_binding WHERE id = :id").param("id", id).update();
    }

    private static RoleBinding read(ResultSet row, int number) throws SQLException {
        return new RoleBinding(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("node_group_id", UUID.class),
                row.getBoolean("from_claims"),
                row.getTimestamp("created_at").toInstant());
    }
}
