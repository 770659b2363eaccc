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

class UnservedInterfacesTest {
    private final Findings findings = new Findings(Clock.systemUTC(), () -> {});
    private final UnservedInterfaces unserved = new UnservedInterfaces(findings);

    @Test
    void anInterfaceThatIsNotServedIsFoundWithTheReasonUntilItIs() {
        look(new InterfaceStatus("eth1", EngineMode.PCAP, false, false, "the interface is gone"));
        assertThat(findings.snapshot())
                .extracting(Finding::code, Finding::resource, Finding::evidence)
                .containsExactly(Tuple.tuple(FindingCode.NOT_READY, "interfaces/eth1", "the interface is gone"));

        look(new InterfaceStatus("eth1", EngineMode.PCAP, false, true, "libpcap"));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void superFramesAreToldByTheirOwnFindingAlone() {
        look(new InterfaceStatus("eth1", EngineMode.PCAP, false, false, "NOT_READY_SUPERFRAMES: too long"));
        assertThat(findings.snapshot()).isEmpty();
    }

    private void look(InterfaceStatus eth1) {
        InterfaceStatus eth0 = new InterfaceStatus("eth0", EngineMode.PCAP, false, true, "libpcap");
        unserved.look(new Sight(Running.NOTHING, DataPathCounters.NONE, List.of(eth0, eth1), List.of(), List.of()));
    }
}
