package dev.carom.controlplane.gate;

import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.Reach;
import dev.carom.controlplane.security.Role;
import java.util.Locale;
import java.util.Optional;

/** For whom an endpoint is open. */
sealed interface Opening {
    /** Without a credential. */
    record Anyone() implements Opening {}

    /** With any credential. */
    record AnySignedIn() implements Opening {}

    /** To nobody. */
    record Nobody() implements Opening {}

    /** With the role, at least in some node group: what it reaches is judged where the resources are. */
    record WithRole(Role least) implements Opening {}

    /** With the role in everything: the endpoint shows or changes what belongs to no node group. */
    record WithRoleEverywhere(Role least) implements Opening {}

    static Opening parse(String least, String within) {
        return switch (least) {
            case "anyone" -> new Anyone();
            case "nobody" -> new Nobody();
            case "signed in" -> new AnySignedIn();
            default -> {
                Role role = Role.valueOf(least.toUpperCase(Locale.ROOT));
                yield switch (within) {
                    case "node group" -> new WithRole(role);
                    case "everything" -> new WithRoleEverywhere(role);
                    default -> throw new IllegalArgumentException("neither node group nor everything: " + within);
                };
            }
        };
    }

    /** Whether the caller, or nobody, may pass. */
    default boolean admits(Optional<Caller> caller) {
        return switch (this) {
            case Anyone() -> true;
            case Nobody() -> false;
            case AnySignedIn() -> caller.isPresent();
            case WithRole(Role least) ->
                caller.filter(known -> known.hasSomewhere(least)).isPresent();
            case WithRoleEverywhere(Role least) ->
                caller.filter(known -> known.hasEverywhere(least)).isPresent();
        };
    }

    /** What the caller's request sees and changes. */
    default Reach reach(Caller caller) {
        return switch (this) {
            case Anyone anyone -> Reach.of(caller, Role.VIEWER);
            case AnySignedIn any -> Reach.of(caller, Role.VIEWER);
            case Nobody nobody -> Reach.of(caller, Role.VIEWER);
            case WithRole(Role least) -> Reach.of(caller, least);
            case WithRoleEverywhere(Role least) -> Reach.EVERYTHING;
        };
    }

    /** As in a sentence: who may. */
    default String spoken() {
        return switch (this) {
            case Anyone() -> "anyone";
            case Nobody() -> "a line in the table of docs/security.md, which opens this to nobody";
            case AnySignedIn() -> "whoever is signed in";
            case WithRole(Role least) -> "the role " + least;
            case WithRoleEverywhere(Role least) -> "the role " + least + " in everything";
        };
    }
}
