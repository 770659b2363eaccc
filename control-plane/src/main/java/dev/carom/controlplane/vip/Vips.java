package dev.carom.controlplane.vip;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.NodeGroupRepository;
import dev.carom.controlplane.node.VirtualRouter;
import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.ByIds;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Resources;
import dev.carom.controlplane.resource.Revised;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Changes VIPs. */
@Service
public class Vips implements Resources<Vip, VipSpec> {
    private final Configuration configuration;
    private final VipRepository vips;
    private final ListenerRepository listeners;
    private final NodeGroupRepository groups;
    private final Clock clock;

    Vips(
            Configuration configuration,
            VipRepository vips,
            ListenerRepository listeners,
            NodeGroupRepository groups,
            Clock clock) {
        this.configuration = configuration;
        this.vips = vips;
        this.listeners = listeners;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public Vip find(UUID id) {
        return vips.findById(id).orElseThrow(() -> new NotFound("VIP", id));
    }

    @Override
    public List<Vip> findAll(Collection<UUID> ids) {
        return ByIds.of(vips, ids);
    }

    /** @throws AlreadyThere if there is one with this id */
    public Revised<Vip> create(UUID id, VipSpec spec) {
        return configuration.change(log -> {
            if (vips.existsById(id)) {
                throw new AlreadyThere("VIP", id);
            }
            Vip vip = new Vip(id, onItsRouter(spec), clock.instant());
            log.creating(vip);
            log.recheck(new Recheck(Recheck.Subject.VIP, vip.id(), "/address"));
            return vips.save(vip);
        });
    }

    @Override
    public Revised<Vip> change(UUID id, ExpectedVersion expected, UnaryOperator<VipSpec> edit) {
        return configuration.change(log -> {
            Vip vip = find(id);
            expected.check(vip);
            VipSpec wanted = onItsRouter(edit.apply(vip.spec()));
            if (!wanted.equals(vip.spec())) {
                log.changing(vip);
                vip.change(wanted, clock.instant());
                log.recheck(new Recheck(Recheck.Subject.VIP, id, "/address"));
            }
            return vip;
        });
    }

    private VipSpec onItsRouter(VipSpec spec) {
        NodeGroup group = groups.findById(spec.nodeGroupId())
                .orElseThrow(() -> new InvalidResource(
                        "/nodeGroupId",
                        "NODE_GROUP_UNKNOWN",
                        "There is no node group " + spec.nodeGroupId() + ": create it first."));
        List<Integer> vrids =
                group.virtualRouters().stream().map(VirtualRouter::vrid).toList();
        Integer wanted = spec.vrid();
        if (wanted == null) {
            return spec.on(vrids.getFirst());
        }
        if (!vrids.contains(wanted)) {
            throw new InvalidResource(
                    "/vrid",
                    "VIRTUAL_ROUTER_UNKNOWN",
                    "Node group " + group.name() + " has no virtual router " + wanted + ", only " + vrids
                            + ": choose one of those, or add it to the group.");
        }
        return spec;
    }

    /** Its listeners go with it. */
    public Revised<Vip> delete(UUID id, ExpectedVersion expected) {
        return configuration.change(log -> {
            Vip vip = find(id);
            expected.check(vip);
            listeners.findByVipIdIn(List.of(id)).forEach(log::deleting);
            log.deleting(vip);
            listeners.deleteByVip(id);
            vips.delete(vip);
            return vip;
        });
    }
}
