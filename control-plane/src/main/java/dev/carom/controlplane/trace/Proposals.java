package dev.carom.controlplane.trace;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.command.Flow;
import dev.carom.controlplane.command.Forecast;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.ProposedBackend;
import dev.carom.controlplane.doctor.Owners;
import dev.carom.controlplane.node.NodeAnswers;
import dev.carom.controlplane.pool.BackendRepository;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.PoolRepository;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.trace.WhatIf.BackendChange;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the owner of a VIP what changes of backends would do to the flows it remembers. */
@Component
public class Proposals {
    private static final int MOST_CHANGES = 100;

    private final VipRepository vips;
    private final PoolRepository pools;
    private final BackendRepository backends;
    private final Owners owners;
    private final NodeAnswers answers;

    Proposals(
            VipRepository vips, PoolRepository pools, BackendRepository backends, Owners owners, NodeAnswers answers) {
        this.vips = vips;
        this.pools = pools;
        this.backends = backends;
        this.owners = owners;
        this.answers = answers;
    }

    public WhatIfAnswer whatIf(WhatIf question) {
        Vip vip = vips.findById(question.vipId())
                .orElseThrow(() -> new InvalidResource("/vipId", "UNKNOWN_VIP", "There is no such VIP."));
        List<ProposedBackend> changes = read(question, vip);
        UUID node = owners.require(vip);
        return WhatIfAnswer.of(node, answers.ask(node, new Order.Foretell(changes, question.flow()), Forecast.class));
    }

    private List<ProposedBackend> read(WhatIf question, Vip vip) {
        Violations violations = new Violations();
        int count = question.changes().size();
        violations.unless(
                count > 0 && count <= MOST_CHANGES, "/changes", "CHANGES_OUT_OF_RANGE", "There are 1-100 changes.");
        Flow flow = question.flow();
        violations.unless(
                flow == null || flow.destination().equals(vip.spec().address()),
                "/flow/destination",
                "NOT_THIS_VIP",
                "The flow goes to the VIP, which has the address " + vip.spec().address() + ".");
        List<ProposedBackend> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_CHANGES); i++) {
            changes.add(read(question.changes().get(i), "/changes/" + i, violations));
        }
        violations.refuse();
        return changes;
    }

    private ProposedBackend read(BackendChange change, String pointer, Violations violations) {
        UUID backend = change.backendId();
        UUID pool = change.poolId();
        IpAddress address = change.address();
        Integer weight = change.weight();
        violations.unless(
                (backend == null) != (pool == null),
                pointer,
                "BACKEND_OR_POOL",
                "A change names either a backend that is there, or the pool that gets one more.");
        violations.unless(
                weight == null || weight >= 0 && weight <= BackendSpec.HEAVIEST,
                pointer + "/weight",
                "WEIGHT_OUT_OF_RANGE",
                "A weight lies within 0-256.");
        if (backend != null) {
            violations.unless(
                    backends.existsById(backend),
                    pointer + "/backendId",
                    "UNKNOWN_BACKEND",
                    "There is no such backend.");
            return change.removed()
                    ? new ProposedBackend.Removed(backend)
                    : new ProposedBackend.Altered(backend, change.adminState(), weight);
        }
        violations.unless(
                pool != null && pools.existsById(pool), pointer + "/poolId", "UNKNOWN_POOL", "There is no such pool.");
        violations.unless(
                address != null, pointer + "/address", "REQUIRED", "One more backend has an address of its own.");
        return new ProposedBackend.Added(
                pool == null ? new UUID(0, 0) : pool,
                address == null ? IpAddress.parse("0.0.0.0") : address,
                weight == null ? 1 : weight);
    }
}
