package dev.carom.agent.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.InterfaceStatus.EngineMode;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.Running;
import java.time.Clock;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class EngineFallbackTest {
    private final Findings findings = new Findings(Clock.systemUTC(), () -> {});
    private final EngineFallback symptom = new EngineFallback(findings);

    @Test
    void theSlowerEngineIsFoundOnceForTheNodeAndGoesWithIt() {
        look(true, "eth0", "eth1");
        assertThat(findings.snapshot())
                .extracting(Finding::code, Finding::resource, Finding::evidence)
                .containsExactly(Tuple.tuple(FindingCode.ENGINE_FALLBACK, "", "eth0: by the listener"));
        look(false, "eth0", "eth1");
        assertThat(findings.snapshot()).isEmpty();
    }

    private void look(boolean fallback, String... interfaces) {
        List<InterfaceStatus> engines = List.of(interfaces).stream()
                .map(name -> new InterfaceStatus(name, EngineMode.PCAP, fallback, true, "by the listener"))
                .toList();
        symptom.look(new Sight(Running.NOTHING, DataPathCounters.NONE, engines, List.of(), List.of()));
    }
}
