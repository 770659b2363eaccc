package dev.carom.controlplane.identity;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.audit.AuditTrail.Deed;
import dev.carom.controlplane.audit.Difference;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.problem.StaleVersion;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Decides who may do what. */
@Service
public class Accounts {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,126}");

    private final Users users;
    private final RoleBindings bindings;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Actors actors;
    private final JsonMapper json;
    private final Clock clock;

    Accounts(
            Users users,
            RoleBindings bindings,
            Passwords passwords,
            Sessions sessions,
            AuditTrail audit,
            Actors actors,
            JsonMapper json,
            Clock clock) {
        this.users = users;
        this.bindings = bindings;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    /** @param password shown once; the user has to choose another */
    public record Admitted(User user, String password) {}

    public User find(UUID id) {
        return users.find(id).orElseThrow(() -> new NotFound("user", id));
    }

    @Transactional
    public Admitted create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidResource(
                    "/name", "NAME_INVALID", "A user's name has 1-127 small letters, digits and . _ @ + -.");
        }
        String password = passwords.random();
        User user = find(users.insert(name, passwords.hash(password), true));
        record("CREATED", null, user);
        return new Admitted(user, password);
    }

    /** A disabled user's sessions end at once. */
    @Transactional
    public User setDisabled(UUID id, ExpectedVersion expected, boolean disabled) {
        User before = expected(id, expected);
        if (before.disabled() != disabled) {
            users.setDisabled(id, disabled);
            requireAnAdministrator();
            sessions.endAll(id);
            record("UPDATED", before, find(id));
        }
        return find(id);
    }

    /** A new random password instead of the user's own. */
    @Transactional
    public Admitted resetPassword(UUID id) {
        User before = find(id);
        if (before.issuer() != null) {
            throw new Conflict(
                    "PASSWORD_ELSEWHERE", "The user signs in with an OpenID provider and has no password here.");
        }
        String password = passwords.random();
        users.setPassword(id, passwords.hash(password), true);
        sessions.endAll(id);
        User user = find(id);
        record("PASSWORD_RESET", before, user);
        return new Admitted(user, password);
    }

    @Transactional
    public void delete(UUID id, ExpectedVersion expected) {
        User before = expected(id, expected);
        users.delete(id);
        requireAnAdministrator();
        sessions.endAll(id);
        record("DELETED", before, null);
    }

    /** @param nodeGroup absent: everywhere */
    @Transactional
    public RoleBinding bind(UUID userId, Role role, @Nullable UUID nodeGroup) {
        User user = users.find(userId)
                .orElseThrow(() -> new InvalidResource("/userId", "USER_UNKNOWN", "There is no user " + userId + "."));
        RoleBinding binding = binding(bindings.insert(userId, role, nodeGroup, false));
        recordBinding("ROLE_BOUND", user, null, binding);
        return binding;
    }

    public RoleBinding binding(UUID id) {
        return bindings.find(id).orElseThrow(() -> new NotFound("role binding", id));
    }

    @Transactional
    public void unbind(UUID id) {
        RoleBinding before = binding(id);
        bindings.delete(id);
        requireAnAdministrator();
        recordBinding("ROLE_UNBOUND", find(before.userId()), before, null);
    }

    private User expected(UUID id, ExpectedVersion expected) {
        User user = find(id);
        if (!expected.versions().isEmpty() && !expected.versions().contains(user.version())) {
            throw new StaleVersion(user.version());
        }
        return user;
    }

    /** Called after the change and before its commit. */
    private void requireAnAdministrator() {
        if (!users.anAdministratorRemains()) {
            throw new Conflict("LAST_ADMIN", "Nobody would be left who could let people in. Nothing was changed.");
        }
    }

    private void record(String action, @Nullable User before, @Nullable User after) {
        User user = after == null ? before : after;
        if (user != null) {
            write(action, user, before, after);
        }
    }

    private void recordBinding(String action, User user, @Nullable RoleBinding before, @Nullable RoleBinding after) {
        write(action, user, before, after);
    }

    private void write(String action, User user, @Nullable Object before, @Nullable Object after) {
        String difference = Difference.of(
                before == null ? null : json.valueToTree(before), after == null ? null : json.valueToTree(after));
        audit.record(
                clock.instant(),
                actors.current(),
                null,
                List.of(new Deed(action, "user", user.id(), user.name(), difference)));
    }
}
