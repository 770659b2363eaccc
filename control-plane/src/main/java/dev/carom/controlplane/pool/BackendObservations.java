package dev.carom.controlplane.pool;

import dev.carom.controlplane.resource.ResourceStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows how backends are doing and what nodes see of them; whoever hears their reports answers it. */
public interface BackendObservations {
    /** One for each, also for those that are no more. */
    Map<UUID, Seen> of(Collection<UUID> backends);

    /**
     * Both from one reading.
     *
     * @param observed {@link Observed#NOTHING} of a backend that departs
     */
    record Seen(ResourceStatus status, Observed observed) {}

    /**
     * What is seen of one backend.
     *
     * @param observedMac the MAC last seen on the wire, by the node that saw it last
     * @param flows remembered for it now, over the nodes whose reports are fresh
     */
    record Observed(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Each judgement with who made it and how old it is; empty when nobody probes it.")
            List<Health> health,

            @Schema(example = "52:54:00:ab:cd:ef", description = "Last seen on the wire; absent when never.") @Nullable String observedMac,

            @Nullable Long observedMacAgeMs,

            @Schema(description = "Flows remembered now; absent when no node has told lately.") @Nullable Long flows) {
        public static final Observed NOTHING = new Observed(List.of(), null, null, null);

        public Observed {
            health = List.copyOf(health);
        }
    }

    /**
     * One node's judgement of one backend on one listener.
     *
     * @param state what holds: a judgement that is too old is UNKNOWN, whatever it was
     * @param since when the state began
     * @param reason the node's own words
     * @param observedBy the node
     * @param ageMs since the node last said so
     */
    @Schema(name = "BackendHealth")
    record Health(
            @Schema(requiredMode = RequiredMode.REQUIRED) UUID listenerId,
            @Schema(requiredMode = RequiredMode.REQUIRED) UUID vipId,
            @Schema(requiredMode = RequiredMode.REQUIRED) MonitorPath path,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"UP", "DOWN", "UNKNOWN"})
            String state,

            @Schema(requiredMode = RequiredMode.REQUIRED) Instant since,
            @Schema(requiredMode = RequiredMode.REQUIRED) String reason,
            @Schema(requiredMode = RequiredMode.REQUIRED) UUID observedBy,
            @Schema(requiredMode = RequiredMode.REQUIRED) String observedByName,
            @Schema(requiredMode = RequiredMode.REQUIRED) long ageMs) {}
}
