package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.packet.IpAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundPlanTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Check first = check(1, MonitorPath.DSR);
    private final Check second = check(2, MonitorPath.DSR);

    @Test
    void aSingleVipNeedsOneRoundAtItsInterval() {
        assertThat(follow(Map.of(), first).values())
                .singleElement()
                .satisfies(round -> assertThat(round.interval()).isEqualTo(Monitors.INTERVAL));
    }

    @Test
    void sharedByVipsAServiceKeepsItsRoundAndEachVipHasOneOfItsPresenceByTcp() {
        assertThat(follow(Map.of(), first, second).values())
                .extracting(Round::interval)
                .containsExactly(Monitors.INTERVAL, Duration.ofSeconds(10), Duration.ofSeconds(10));
        assertThat(follow(Map.of(), first, second).values())
                .extracting(Round::asksByTcp)
                .containsExactly(false, true, true);
    }

    @Test
    void onePortByTheDirectPathIsOneRoundHoweverManyListenersUseIt() {
        assertThat(follow(Map.of(), check(1, MonitorPath.DIRECT), check(2, MonitorPath.DIRECT)))
                .hasSize(1);
    }

    @Test
    void whatIsAskedAsBeforeStaysAndTheRestIsRetired() {
        Map<Round.Key, Round> before = follow(Map.of(), first, second);
        assertThat(follow(before, first, second)).isEqualTo(before);

        Map<Round.Key, Round> grown = follow(before, first, second, check(3, MonitorPath.DSR));
        assertThat(grown.values().stream().filter(before.values()::contains))
                .as("presence of the two VIPs")
                .hasSize(2);
        assertThat(before.values()).extracting(Round::isRetired).containsExactly(true, false, false);

        follow(grown, first);
        assertThat(grown.values()).extracting(Round::isRetired).containsOnly(true);
    }

    @Test
    void aProbeIsNotStartedWhileTheOneBeforeStillRuns() {
        Round round = follow(Map.of(), first).values().iterator().next();
        Turn turn = round.begin().orElseThrow();
        assertThat(round.begin()).isEmpty();
        turn.end(new Observation.Passed("connected"));
        assertThat(round.begin()).isPresent();
    }

    private static Map<Round.Key, Round> follow(Map<Round.Key, Round> before, Check... checks) {
        return new RoundPlan(before, monitor -> Prober.CONNECTION, CLOCK).follow(List.of(checks));
    }

    static Check check(int vip, MonitorPath path) {
        IpAddress backend = IpAddress.parse("10.9.0.11");
        IpAddress address = path == MonitorPath.DSR ? IpAddress.parse("10.9.1." + vip) : backend;
        Target target = new Target(
                new Target.Key(new UUID(1, vip), new UUID(2, 2), path),
                true,
                Monitors.monitor(MonitorType.HTTP, path),
                address,
                80,
                path == MonitorPath.DSR
                        ? Optional.of(new Target.Hop(address, backend, BackendKind.LOOPBACK, "eth0"))
                        : Optional.empty());
        return new Check(target, Judgement.unknown("not probed yet", Instant.EPOCH), change -> {});
    }
}
