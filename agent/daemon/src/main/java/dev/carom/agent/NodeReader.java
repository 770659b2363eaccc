package dev.carom.agent;

import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.health.HealthChecks;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.neighbor.Neighbors;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.Reconciler;
import dev.carom.agent.reconcile.Running;
import dev.carom.agent.reconcile.UnresolvedBackends;
import java.util.List;

/** Reads all parts at one moment. */
record NodeReader(
        DataPath dataPath,
        Neighbors neighbors,
        HealthChecks health,
        Reconciler reconciler,
        UnresolvedBackends unresolved,
        Findings findings) {

    NodeSnapshot read() {
        followProbePath(health.errors());
        Running running = reconciler.running();
        List<NeighborLearned> known = neighbors.known();
        unresolved.follow(running, known);
        return new NodeSnapshot(
                running,
                health.snapshot(),
                dataPath.counters(),
                dataPath.interfaces(),
                dataPath.status(),
                known,
                findings.snapshot());
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
