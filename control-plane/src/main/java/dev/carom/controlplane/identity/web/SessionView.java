package dev.carom.controlplane.identity.web;

import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asking. */
@Schema(name = "Session")
record SessionView(
        boolean signedIn,
        @Nullable UUID userId,
        @Nullable String name,

        @Schema(description = "Until it is false, nothing but the session and its password is open.")
        boolean mustChangePassword,

        List<GrantView> grants,

        @Schema(description = "How people can sign in here: PASSWORD, OPENID.")
        List<String> signInWith) {

    /** A role and what it reaches; no node groups and no labels: everything. */
    @Schema(name = "Grant")
    record GrantView(Role role, List<UUID> nodeGroupIds, Map<String, String> labels) {}

    static SessionView nobody(List<String> signInWith) {
        return new SessionView(false, null, null, false, List.of(), signInWith);
    }

    static SessionView of(Caller caller, List<String> signInWith) {
        return new SessionView(
                true,
                caller.kind() == Caller.Kind.USER ? caller.id() : null,
                caller.name(),
                caller.mustChangePassword(),
                caller.grants().stream()
                        .map(grant -> new GrantView(
                                grant.role(),
                                grant.scope().nodeGroups().stream().sorted().toList(),
                                grant.scope().labels()))
                        .toList(),
                signInWith);
    }
}
