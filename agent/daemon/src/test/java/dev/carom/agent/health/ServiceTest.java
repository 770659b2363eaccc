package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.packet.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A service behind several VIPs, with rise 2 and fall 3; each turn is one interval. */
class ServiceTest {
    private final Set<Integer> missing = new HashSet<>();
    private final List<String> changes = new ArrayList<>();
    private List<Passage> passages = List.of();
    private boolean served = true;
    private Instant now = Instant.EPOCH;

    @Test
    void eachTurnAsksTheNextVip() {
        Service service = service(3);
        assertThat(turns(service, 6)).containsExactly(1, 2, 0, 1, 2, 0);
        assertThat(health()).containsOnly(Health.UP);
    }

    @Test
    void aSingleVipIsJudgedByItselfAlone() {
        Service service = service(1);
        turns(service, 1);
        served = false;
        turns(service, 2);
        assertThat(health()).containsExactly(Health.UP);
        turns(service, 1);
        assertThat(health()).containsExactly(Health.DOWN);
        served = true;
        turns(service, 2);
        assertThat(health()).containsExactly(Health.UP);
    }

    @Test
    void aMissingVipTakesItselfDownAndNoOther() {
        Service service = service(5);
        turns(service, 5);
        missing.add(3);
        turns(service, 9);
        assertThat(changes).endsWith("DOWN 3");
        assertThat(health()).containsExactly(Health.UP, Health.UP, Health.UP, Health.DOWN, Health.UP);
        assertThat(turns(service, 8)).doesNotContain(3);
        assertThat(changes.stream().filter(change -> change.startsWith("DOWN"))).containsExactly("DOWN 3");
    }

    @Test
    void whoseServiceIsGoneIsDownThroughEveryVipAfterFallTurns() {
        Service service = service(50);
        turns(service, 50);
        served = false;
        turns(service, 2);
        assertThat(health()).containsOnly(Health.UP);
        turns(service, 1);
        assertThat(health()).containsOnly(Health.DOWN);
    }

    @Test
    void aServiceThatComesBackIsUpWhereverItsVipsAnswer() {
        Service service = service(4);
        turns(service, 4);
        served = false;
        turns(service, 40);
        lookAtEachVip(3);
        served = true;
        missing.add(2);
        lookAtEachVip(1);
        assertThat(health()).containsOnly(Health.DOWN);
        turns(service, 2);
        assertThat(health()).containsExactly(Health.UP, Health.UP, Health.DOWN, Health.UP);
    }

    @Test
    void aNewVipIsNotUpBeforeItWasAskedItself() {
        turns(service(2), 2);
        List<Passage> more = new ArrayList<>(passages);
        more.add(passage(2));
        passages = more;
        Service grown = new Service(passages, now);
        assertThat(health()).containsExactly(Health.UP, Health.UP, Health.UNKNOWN);
        lookAtEachVip(1);
        assertThat(health()).containsOnly(Health.UP);
        assertThat(turns(grown, 3)).containsExactly(1, 2, 0);
    }

    @Test
    void whatTheServiceWasThoughtOfRemainsWithTheLastVip() {
        Service service = service(2);
        turns(service, 2);
        served = false;
        turns(service, 3);
        passages = List.of(passages.getFirst());
        Service single = new Service(passages, now);
        assertThat(health()).containsExactly(Health.DOWN);
        served = true;
        turns(single, 2);
        assertThat(health()).containsExactly(Health.UP);
    }

    @Test
    void theListenersOfOneVipAreJudgedByTheSameProbe() {
        passages = List.of(new Passage(List.of(check(0, 0), check(0, 1))));
        assertThat(turns(new Service(passages, now), 1)).containsExactly(0);
        assertThat(health()).containsExactly(Health.UP, Health.UP);
    }

    private Service service(int vips) {
        passages = IntStream.range(0, vips).mapToObj(this::passage).toList();
        Service service = new Service(passages, now);
        lookAtEachVip(1);
        return service;
    }

    /** Which VIPs were asked. */
    private List<Integer> turns(Service service, int count) {
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            now = now.plus(Duration.ofSeconds(1));
            Passage passage = service.next();
            asked.add(numberOf(passage));
            service.conclude(passage, seen(passage), now);
        }
        return asked;
    }

    private void lookAtEachVip(int times) {
        for (int i = 0; i < times; i++) {
            passages.forEach(passage -> new Presence(passage).conclude(passage, seen(passage), now));
        }
    }

    private Observation seen(Passage passage) {
        return served && !missing.contains(numberOf(passage))
                ? new Observation.Passed("connected")
                : new Observation.Failed("no connection", true);
    }

    private List<Health> health() {
        return passages.stream()
                .flatMap(passage -> passage.checks().stream())
                .map(check -> check.state().health())
                .toList();
    }

    private static int numberOf(Passage passage) {
        return passage.target().address().toBytes()[3];
    }

    private Passage passage(int vip) {
        return new Passage(List.of(check(vip, 0)));
    }

    private Check check(int vip, int listener) {
        IpAddress address = IpAddress.parse("10.9.1." + vip);
        Target.Hop hop = new Target.Hop(address, IpAddress.parse("10.9.0.11"), BackendKind.LOOPBACK, "eth0");
        Target target = new Target(
                new Target.Key(new UUID(vip, listener), new UUID(9, 9), MonitorPath.DSR),
                true,
                Monitors.monitor(MonitorType.HTTP, MonitorPath.DSR),
                address,
                80,
                Optional.of(hop));
        return new Check(
                target,
                Judgement.unknown("not probed yet", now),
                change -> changes.add(change.health() + " " + change.listener().getMostSignificantBits()));
    }
}
