package dev.carom.agent.symptom;

import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;

/** Interfaces whose frames are not decided: the link is down, the interface gone, the capture ended. */
public final class UnservedInterfaces implements Symptom {
    private final Findings findings;

    public UnservedInterfaces(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Sight sight) {
        for (InterfaceStatus status : sight.engines()) {
            String resource = "interfaces/" + status.interfaceName();
            if (status.ready() || hasItsOwnFinding(status)) {
                findings.close(FindingCode.NOT_READY, resource);
            } else {
                findings.open(
                        FindingCode.NOT_READY,
                        resource,
                        "Frames on " + status.interfaceName() + " are not served",
                        status.reason(),
                        "Look at `ip link show " + status.interfaceName() + "` and the agent's log on this node");
            }
        }
    }

    private static boolean hasItsOwnFinding(InterfaceStatus status) {
        return status.reason().startsWith(FindingCode.NOT_READY_SUPERFRAMES.name());
    }
}
