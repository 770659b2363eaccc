package dev.carom.agent.symptom;

import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.time.Duration;
import java.util.Locale;

/** Frames longer than the link carries: glued together by a network card or the kernel, they cannot be sent on. */
public final class SuperFrames implements Symptom {
    /** After the last of them. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Findings findings;
    private final Offloads offloads;
    private final Growth<String> growth = new Growth<>();

    public SuperFrames(Findings findings, Offloads offloads) {
        this.findings = findings;
        this.offloads = offloads;
    }

    @Override
    public void look(Sight sight) {
        for (InterfaceCounters counters : sight.counters().engine().interfaces()) {
            if (growth.of(counters.name(), counters.truncated()) > 0) {
                tell(counters);
            }
        }
    }

    private void tell(InterfaceCounters counters) {
        String link = counters.name();
        findings.openFor(
                LIFETIME,
                FindingCode.NOT_READY_SUPERFRAMES,
                "interfaces/" + link,
                "Frames longer than the MTU of " + link + " arrive and are dropped",
                counters.truncated() + " frames, the longest of " + counters.longestTruncated()
                        + " bytes; CAROM_HYGIENE_OFFLOADS is " + offloads.name().toLowerCase(Locale.ROOT),
                offloads == Offloads.LEAVE
                        ? "Set CAROM_HYGIENE_OFFLOADS to auto, or run `ethtool -K " + link + " gro off lro off`"
                        : "On the other end of " + link + ", if it is virtual: `ethtool -K <peer> tso off gso off`;"
                                + " on a wire with jumbo frames: give " + link + " their MTU");
    }
}
