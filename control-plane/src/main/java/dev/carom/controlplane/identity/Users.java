package dev.carom.controlplane.identity;

import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.Grant;
import dev.carom.controlplane.security.Role;
import dev.carom.controlplane.security.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of users, and what they may do. */
@Component
public class Users {
    private static final String COLUMNS =
            "id, name, must_change_password, issuer, disabled, version, created_at, updated_at";

    private final JdbcClient sql;
    private final Clock clock;

    Users(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<User> find(UUID id) {
        return sql.sql("SELECT " + COLUMNS + " FROM user_account WHERE id = :id")
                .param("id", id)
                .query(Users::user)
                .optional();
    }

    public List<User> list() {
        return sql.sql("SELECT " + COLUMNS + " FROM user_account ORDER BY name")
                .query(Users::user)
                .list();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("must_change_password"),
                row.getString("issuer"),
                row.getBoolean("disabled"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    /** Replicas that start together make one first user. */
    void lock() {
        sql.sql("LOCK TABLE user_account IN SHARE ROW EXCLUSIVE MODE").update();
    }

    boolean isEmpty() {
        return !sql.sql("SELECT EXISTS (SELECT FROM user_account)")
                .query(Boolean.class)
                .single();
    }

    /** @param hash null for whom an OpenID provider knows, and for nobody */
    record Credentials(UUID id, @Nullable String hash) {}

    /** Of somebody who may sign in with a password. */
    Optional<Credentials> credentials(String name) {
        return sql.sql("""
                SELECT id, password_hash AS hash FROM user_account
                WHERE name = :name AND NOT disabled AND password_hash IS NOT NULL
                """).param("name", name).query(Credentials.class).optional();
    }

    /** Who acts with this user's session; empty when the user was disabled or deleted. */
    public Optional<Caller> caller(UUID id) {
        return find(id).filter(user -> !user.disabled())
                .map(user -> new Caller(Caller.Kind.USER, id, user.name(), grants(id), user.mustChangePassword()));
    }

    private List<Grant> grants(UUID user) {
        return sql.sql("SELECT role, node_group_id FROM role_binding WHERE user_id = :user")
                .param("user", user)
                .query((row, number) -> {
                    UUID group = row.getObject("node_group_id", UUID.class);
                    return new Grant(
                            Role.valueOf(row.getString("role")), group == null ? Scope.EVERYTHING : Scope.of(group));
                })
                .list();
    }

    /** Makes a user with a password of ours, who may do nothing yet. */
    @Transactional
    UUID insert(String name, String passwordHash, boolean mustChangePassword) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO user_account
                  (id, name, password_hash, must_change_password, disabled, version, created_at, updated_at)
                VALUES (:id, :name, :hash, :mustChange, false, 0, :now, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("hash", passwordHash)
                .param("mustChange", mustChangePassword)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void setPassword(UUID id, String hash, boolean mustChange) {
        sql.sql("""
                UPDATE user_account SET password_hash = :hash, must_change_password = :mustChange,
                  version = version + 1, updated_at = :now
                WHERE id = :id
                """)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void setDisabled(UUID id, boolean disabled) {
        sql.sql("""
                UPDATE user_account SET disabled = :disabled, version = version + 1, updated_at = :now WHERE id = :id
                """)
                .param("disabled", disabled)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        sql.sql("DELETE FROM user_account WHERE id = :id").param("id", id).update();
    }

    /** Locks them, so that two administrators cannot remove each other at the same time. */
    boolean anAdministratorRemains() {
        lock();
        return sql.sql("""
                SELECT EXISTS (
                  SELECT FROM user_account JOIN role_binding ON role_binding.user_id = user_account.id
                  WHERE role = 'ADMIN' AND node_group_id IS NULL AND NOT disabled)
                """).query(Boolean.class).single();
    }

    Optional<User> findOpenId(String issuer, String subject) {
        return sql.sql("SELECT " + COLUMNS + " FROM user_account WHERE issuer = :issuer AND subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Users::user)
                .optional();
    }

    boolean isTaken(String name) {
        return sql.sql("SELECT EXISTS (SELECT FROM user_account WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    UUID insertOpenId(String name, String issuer, String subject) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                INSERT INTO user_account
                  (id, name, must_change_password, issuer, subject, disabled, version, created_at, updated_at)
                VALUES (:id, :name, false, :issuer, :subject, false, 0, :now, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
