package dev.carom.controlplane.identity;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.audit.AuditTrail.Deed;
import dev.carom.controlplane.problem.Forbidden;
import dev.carom.controlplane.security.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People whom an OpenID provider knows: by issuer and subject, never by a name or an address that it may hand on. */
@Service
public class OpenIdUsers {
    private static final int SUFFIX = 8;

    private final Users users;
    private final RoleBindings bindings;
    private final AuditTrail audit;
    private final Clock clock;

    OpenIdUsers(Users users, RoleBindings bindings, AuditTrail audit, Clock clock) {
        this.users = users;
        this.bindings = bindings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Admits the person with the roles that the provider's claims give now; those bound here stay. */
    @Transactional
    public UUID admit(String issuer, String subject, String preferredName, Collection<Role> roles) {
        users.lock();
        User user = users.findOpenId(issuer, subject)
                .orElseGet(() -> users.find(users.insertOpenId(freeName(preferredName), issuer, subject))
                        .orElseThrow());
        if (user.disabled()) {
            throw new Forbidden("SIGN_IN_FAILED", "The user is disabled.");
        }
        bindings.of(user.id()).stream().filter(RoleBinding::fromClaims).forEach(old -> bindings.delete(old.id()));
        List<Role> bound = bindings.of(user.id()).stream()
                .filter(binding -> binding.nodeGroupId() == null)
                .map(RoleBinding::role)
                .toList();
        roles.stream()
                .distinct()
                .filter(role -> !bound.contains(role))
                .forEach(role -> bindings.insert(user.id(), role, null, true));
        audit.record(
                clock.instant(), user.name(), null, List.of(new Deed("SIGNED_IN", "user", user.id(), user.name())));
        return user.id();
    }

    private String freeName(String preferred) {
        String name = preferred
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._@+-]", "-")
                .replaceFirst("^[^a-z0-9]+", "");
        String usable = name.isEmpty() ? "user" : name.substring(0, Math.min(name.length(), 100));
        return users.isTaken(usable)
                ? usable + "." + UUID.randomUUID().toString().substring(0, SUFFIX)
                : usable;
    }
}
