package dev.carom.agent.symptom;

import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.time.Duration;

/** Frames whose checksum the sender left to a network card that is not there: backends drop them without a word. */
public final class PartialChecksums implements Symptom {
    /** After the last of them. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Findings findings;
    private final Growth<String> growth = new Growth<>();

    public PartialChecksums(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Sight sight) {
        for (InterfaceCounters counters : sight.counters().engine().interfaces()) {
            if (growth.of(counters.name(), counters.partialChecksums()) > 0) {
                tell(counters);
            }
        }
    }

    private void tell(InterfaceCounters counters) {
        findings.openFor(
                LIFETIME,
                FindingCode.PARTIAL_CHECKSUMS,
                "interfaces/" + counters.name(),
                "Packets come in by " + counters.name() + " without a checksum; backends drop them",
                "the checksum of " + counters.partialChecksums()
                        + " sampled packets to VIPs is that of the pseudo header alone",
                "On the other end of " + counters.name() + ", a veth or virtio device: `ethtool -K <peer> tx off`");
    }
}
