package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.Violation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Says what a constraint of the database means to a caller. */
final class ConstraintProblem {
    private static final String NAME =
            "Another resource of this kind has this name. Names are unique: choose another, or change that resource.";

    private static final Map<String, Violation> KNOWN = Map.ofEntries(
            Map.entry("node_group_name_key", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry("node_name_key", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry("health_monitor_name_key", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry("pool_name_key", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry("vip_name_key", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry("webhook_name_key", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry("backend_name", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry("listener_name", new Violation("/name", "NAME_TAKEN", NAME)),
            Map.entry(
                    "vip_address_key",
                    new Violation(
                            "/address",
                            "ADDRESS_TAKEN",
                            "Another VIP has this address. Add a listener to that VIP, or choose another address.")),
            Map.entry(
                    "backend_address",
                    new Violation(
                            "/address",
                            "ADDRESS_TAKEN",
                            "Another backend of this pool has this address. Raise its weight instead, or choose another server.")),
            Map.entry(
                    "listener_overlap",
                    new Violation(
                            "/ports",
                            "LISTENER_OVERLAP",
                            "Another listener of this VIP takes some of these ports: a packet can go to one pool only.")));

    private ConstraintProblem() {}

    static Violation of(Throwable failure) {
        String name = constraint(failure);
        Violation known = name == null ? null : KNOWN.get(name);
        return known != null
                ? known
                : new Violation(
                        "",
                        "CONSTRAINT_VIOLATED",
                        "The database refused this change by its rule " + name + ". Nothing was changed.");
    }

    private static @Nullable String constraint(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refusal && refusal.getServerErrorMessage() != null) {
                return refusal.getServerErrorMessage().getConstraint();
            }
        }
        return null;
    }
}
