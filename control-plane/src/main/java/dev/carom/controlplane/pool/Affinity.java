package dev.carom.controlplane.pool;

import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;

/** Clients of one source prefix stay on one backend until they were silent for the timeout. */
@Schema(name = "AffinitySpec")
public record Affinity(
        @Schema(defaultValue = "32") int ipv4PrefixLength,
        @Schema(defaultValue = "128") int ipv6PrefixLength,

        @Schema(defaultValue = "600000", description = "Milliseconds.")
        long timeoutMs) {

    void check(Violations violations) {
        violations.unless(
                ipv4PrefixLength >= 0 && ipv4PrefixLength <= 32,
                "/affinity/ipv4PrefixLength",
                "PREFIX_LENGTH_OUT_OF_RANGE",
                "An IPv4 prefix length lies within 0-32.");
        violations.unless(
                ipv6PrefixLength >= 0 && ipv6PrefixLength <= 128,
                "/affinity/ipv6PrefixLength",
                "PREFIX_LENGTH_OUT_OF_RANGE",
                "An IPv6 prefix length lies within 0-128.");
        violations.unless(
                timeoutMs >= 1_000 && timeoutMs <= 604_800_000,
                "/affinity/timeoutMs",
                "TIMEOUT_OUT_OF_RANGE",
                "An affinity lasts between one second and seven days (1000-604800000 ms).");
    }
}
