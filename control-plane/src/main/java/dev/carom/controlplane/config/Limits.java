package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.resource.ResourceType;
import java.util.List;

/** How much one configuration holds (docs/limits.md): what the data path and the agents were tried with. */
enum Limits {
    VIPS(ResourceType.VIP, 10_000),
    BACKENDS(ResourceType.BACKEND, 100_000);

    private final ResourceType type;
    private final int most;

    Limits(ResourceType type, int most) {
        this.type = type;
        this.most = most;
    }

    /** How many more there are after the changes; negative: fewer. */
    int growth(List<Change> changes) {
        int growth = 0;
        for (Change change : changes) {
            if (change.resource().type() == type) {
                growth += switch (change.action()) {
                    case CREATED -> 1;
                    case DELETED -> -1;
                    case UPDATED, NONE -> 0;
                };
            }
        }
        return growth;
    }

    /** @throws Conflict if the changes would exceed a limit */
    static void check(Standing current, List<Change> changes) {
        VIPS.check(current.vips(), VIPS.growth(changes));
        BACKENDS.check(current.backends(), BACKENDS.growth(changes));
    }

    private void check(int present, int growth) {
        if (growth > 0 && present + growth > most) {
            throw new Conflict(
                    "LIMIT_REACHED",
                    "A configuration holds at most " + most + " " + type.spoken() + "s, and there are " + present
                            + " (departing backends count until they are gone). Delete some first.");
        }
    }
}
