package dev.carom.controlplane.telemetry;

import static dev.carom.controlplane.resource.OperatingStatus.DEGRADED;
import static dev.carom.controlplane.resource.OperatingStatus.DRAINING;
import static dev.carom.controlplane.resource.OperatingStatus.NO_MONITOR;
import static dev.carom.controlplane.resource.OperatingStatus.OFFLINE;
import static dev.carom.controlplane.resource.OperatingStatus.ONLINE;
import static dev.carom.controlplane.resource.OperatingStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.resource.OperatingStatus;
import dev.carom.controlplane.telemetry.NodeReport.Counters;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Unknown is never green, and one voice against another is DEGRADED. */
class OperatingRulesTest {
    private static final Judgement OWNED = new Judgement(ONLINE, "");

    @Test
    void aBackendIsWhatItsFreshObserversAgreeOn() {
        assertThat(OperatingRules.probed(List.of())).isEqualTo(UNKNOWN);
        assertThat(OperatingRules.probed(List.of(HealthState.UNKNOWN))).isEqualTo(UNKNOWN);
        assertThat(OperatingRules.probed(List.of(HealthState.UP, HealthState.UNKNOWN)))
                .isEqualTo(ONLINE);
        assertThat(OperatingRules.probed(List.of(HealthState.UP, HealthState.DOWN)))
                .isEqualTo(DEGRADED);
        assertThat(OperatingRules.probed(List.of(HealthState.DOWN))).isEqualTo(OFFLINE);
    }

    @Test
    void whatAnOperatorWantsComesFirst() {
        assertThat(backend(AdminState.DISABLED, ONLINE)).isEqualTo(OFFLINE);
        assertThat(backend(AdminState.DRAINING, ONLINE)).isEqualTo(DRAINING);
        assertThat(backend(AdminState.ENABLED, ONLINE, OFFLINE)).isEqualTo(DEGRADED);
        assertThat(backend(AdminState.ENABLED)).isEqualTo(UNKNOWN);
        assertThat(OperatingRules.backend(AdminState.ENABLED, false, List.of()).status())
                .isEqualTo(NO_MONITOR);
    }

    private static OperatingStatus backend(AdminState adminState, OperatingStatus... byListener) {
        return OperatingRules.backend(adminState, true, List.of(byListener)).status();
    }

    @Test
    void aPoolIsNeverOnlineWhilePartOfItIsUnknown() {
        assertThat(OperatingRules.pool(List.of(ONLINE, ONLINE), false).status()).isEqualTo(ONLINE);
        assertThat(OperatingRules.pool(List.of(ONLINE, UNKNOWN), false))
                .isEqualTo(new Judgement(DEGRADED, "1 of 2 backends are up; 1 unknown."));
        assertThat(OperatingRules.pool(List.of(UNKNOWN, UNKNOWN), false).status())
                .isEqualTo(UNKNOWN);
        assertThat(OperatingRules.pool(List.of(OFFLINE, OFFLINE), false).status())
                .isEqualTo(OFFLINE);
        assertThat(OperatingRules.pool(List.of(OFFLINE, OFFLINE), true).status())
                .as("all down, and flows go to all")
                .isEqualTo(DEGRADED);
        assertThat(OperatingRules.pool(List.of(), false).status()).isEqualTo(OFFLINE);
        assertThat(OperatingRules.pool(List.of(NO_MONITOR), false).status()).isEqualTo(NO_MONITOR);
    }

    @Test
    void aVipWithoutAFreshOwnerIsUnknownAndWithoutAnyOwnerOffline() {
        NodeReport owner = report(true);
        assertThat(OperatingRules.owned(2, List.of(owner), report -> true).status())
                .isEqualTo(ONLINE);
        assertThat(OperatingRules.owned(2, List.of(owner), report -> false).status())
                .as("the other node may carry it")
                .isEqualTo(UNKNOWN);
        assertThat(OperatingRules.owned(1, List.of(owner), report -> false).status())
                .isEqualTo(OFFLINE);
        assertThat(OperatingRules.owned(1, List.of(report(false)), report -> true)
                        .status())
                .isEqualTo(OFFLINE);
        assertThat(OperatingRules.owned(0, List.of(), report -> true).status()).isEqualTo(UNKNOWN);
        assertThat(OperatingRules.vip(AdminState.ENABLED, OWNED, List.of(ONLINE, OFFLINE))
                        .status())
                .isEqualTo(DEGRADED);
        assertThat(OperatingRules.vip(AdminState.ENABLED, OWNED, List.of()).status())
                .isEqualTo(OFFLINE);
        assertThat(OperatingRules.vip(AdminState.DRAINING, OWNED, List.of(ONLINE))
                        .status())
                .isEqualTo(DRAINING);
    }

    private static NodeReport report(boolean ready) {
        return new NodeReport(
                UUID.randomUUID(),
                "boot",
                1,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                new Counters(List.of(), List.of(), List.of(), List.of(), 0),
                List.of(),
                List.of(new NodeReport.Engine("eth0", "PCAP", "no link", ready)),
                List.of(),
                List.of());
    }
}
