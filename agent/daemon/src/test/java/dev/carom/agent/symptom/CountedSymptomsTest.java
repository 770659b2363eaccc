package dev.carom.agent.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.reconcile.Example;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.Running;
import dev.carom.agent.reconcile.SetClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Counters that grow open a finding; it closes when they no longer do. */
class CountedSymptomsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final SetClock clock = new SetClock();
    private final Findings findings = new Findings(clock, () -> {});
    private final List<UUID> signalled = new ArrayList<>();

    @Test
    void aBackendThatSendsFramesBackIsFoundSignalledAndClosedWhenItStops() {
        BouncedFrames bounced = new BouncedFrames(findings, signalled::add);
        bounced.look(bounces(0));
        assertThat(findings.snapshot()).isEmpty();

        bounced.look(bounces(3));
        Finding finding = only();
        assertThat(finding.code()).isEqualTo(FindingCode.BOUNCED);
        assertThat(finding.resource()).isEqualTo("backends/" + Example.FIRST);
        assertThat(finding.evidence()).contains("3 frames", "10.0.0.11");
        assertThat(finding.remedy()).contains("loopback");
        assertThat(signalled).containsExactly(Example.FIRST);

        clock.advance(BouncedFrames.LIFETIME.plus(MOMENT));
        bounced.look(bounces(3));
        assertThat(findings.snapshot()).isEmpty();
        assertThat(signalled).hasSize(1);
    }

    @Test
    void aBackendThatTurnsPacketsAwayIsSignalledAtEachLookThatFindsMore() {
        RefusedPackets refused = new RefusedPackets(signalled::add);
        refused.look(backend(0, 0));
        assertThat(signalled).isEmpty();
        refused.look(backend(0, 5));
        refused.look(backend(0, 5));
        assertThat(signalled).containsExactly(Example.FIRST);
        refused.look(backend(0, 6));
        assertThat(signalled).hasSize(2);
    }

    @Test
    void tamperingIsOneFindingHoweverOftenAndClosesLongAfterTheLast() {
        TamperedGuard tampered = new TamperedGuard(findings);
        tampered.look(engine(List.of(), 0));
        assertThat(findings.snapshot()).isEmpty();

        tampered.look(engine(List.of(), 1));
        Finding first = only();
        assertThat(first.code()).isEqualTo(FindingCode.TAMPERED);
        assertThat(first.remedy()).contains("nft flush ruleset");
        clock.advance(Duration.ofSeconds(1));
        tampered.look(engine(List.of(), 40));
        assertThat(only().since()).isEqualTo(first.since());
        assertThat(only().evidence()).contains("40 times", "firewalld (pid 812)");

        clock.advance(TamperedGuard.LIFETIME.plus(MOMENT));
        tampered.look(engine(List.of(), 40));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void superFramesNameTheInterfaceTheLengthAndWhatMendsIt() {
        SuperFrames superFrames = new SuperFrames(findings, Offloads.LEAVE);
        superFrames.look(engine(List.of(counters(2, 7_306, 0)), 0));
        Finding finding = only();
        assertThat(finding.code()).isEqualTo(FindingCode.NOT_READY_SUPERFRAMES);
        assertThat(finding.resource()).isEqualTo("interfaces/eth0");
        assertThat(finding.evidence()).contains("2 frames", "7306 bytes", "leave");
        assertThat(finding.remedy()).contains("CAROM_HYGIENE_OFFLOADS", "ethtool -K eth0 gro off");

        clock.advance(SuperFrames.LIFETIME.plus(MOMENT));
        superFrames.look(engine(List.of(counters(2, 7_306, 0)), 0));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void partialChecksumsNameTheInterface() {
        PartialChecksums partial = new PartialChecksums(findings);
        partial.look(engine(List.of(counters(0, 0, 5)), 0));
        assertThat(only().code()).isEqualTo(FindingCode.PARTIAL_CHECKSUMS);
        assertThat(only().evidence()).contains("5 sampled packets");
        assertThat(only().remedy()).contains("tx off");

        clock.advance(PartialChecksums.LIFETIME.plus(MOMENT));
        partial.look(engine(List.of(counters(0, 0, 5)), 0));
        assertThat(findings.snapshot()).isEmpty();
    }

    private Finding only() {
        assertThat(findings.snapshot()).hasSize(1);
        return findings.snapshot().getFirst();
    }

    private static Sight bounces(long bounced) {
        return backend(bounced, 0);
    }

    private static Sight backend(long bounced, long unreachable) {
        Running running = new Running(
                Optional.of(Example.revision(1, 254)), List.of(), Set.of(), Map.of(), Optional.empty(), true);
        return new Sight(
                running,
                new DataPathCounters(
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(new BackendCount(Example.FIRST, 9, 900, 1, 1, bounced, unreachable)),
                        0,
                        DataPathCounters.NONE.engine()),
                List.of(),
                List.of(),
                List.of());
    }

    private static InterfaceCounters counters(long truncated, long longest, long partial) {
        return new InterfaceCounters("eth0", 10, 10, 0, 0, truncated, longest, partial);
    }

    private static Sight engine(List<InterfaceCounters> interfaces, long restorations) {
        return new Sight(
                Running.NOTHING,
                new DataPathCounters(
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        new DataPathCounters.Engine(interfaces, 0, 0, restorations, "firewalld (pid 812)")),
                List.of(),
                List.of(),
                List.of());
    }
}
