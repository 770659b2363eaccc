package dev.carom.agent;

import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.health.HealthChecks;
import dev.carom.agent.neighbor.Neighbors;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.Reconciler;
import dev.carom.agent.symptom.Sight;
import java.util.List;

/** Reads all parts at one moment. */
record NodeReader(
        DataPath dataPath, Neighbors neighbors, HealthChecks health, Reconciler reconciler, Findings findings) {

    NodeSnapshot read() {
        followProbePath(health.errors());
        return new NodeSnapshot(
                reconciler.running(),
                health.snapshot(),
                dataPath.counters(),
                dataPath.interfaces(),
                dataPath.status(),
                neighbors.known(),
                findings.snapshot());
    }

    /** What symptoms are sought in. */
    Sight look() {
        return new Sight(
                reconciler.running(), dataPath.counters(), dataPath.status(), neighbors.known(), health.snapshot());
    }

    private void followProbePath(List<ResourceError> errors) {
        String blocked = FindingCode.PROBE_PATH_BLOCKED.name();
        List<String> failures = errors.stream()
                .filter(error -> error.code().equals(blocked))
                .map(ResourceError::message)
                .toList();
        if (failures.isEmpty()) {
            findings.close(FindingCode.PROBE_PATH_BLOCKED, "");
        } else {
            findings.open(
                    FindingCode.PROBE_PATH_BLOCKED,
                    "",
                    "This node cannot probe its backends by way of the VIP",
                    String.join("; ", failures),
                    "Look at `ip rule` and rp_filter on this node; `path: DIRECT` needs neither");
        }
    }
}
