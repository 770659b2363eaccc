package dev.carom.controlplane.node;

import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.ResourceType;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Nodes that share VIPs, with the networks and virtual routers they have in common. */
@Entity
public class NodeGroup extends Resource {
    @Column(updatable = false)
    private byte[] hashKey;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @JoinColumn(name = "node_group_id", nullable = false, updatable = false)
    @OrderBy("name")
    @BatchSize(size = 256)
    private List<Network> networks = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @JoinColumn(name = "node_group_id", nullable = false, updatable = false)
    @OrderBy("vrid")
    @BatchSize(size = 256)
    private List<VirtualRouter> virtualRouters = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected NodeGroup() {}

    /** @param hashKey 16 random bytes, the group's secret for choosing backends */
    public NodeGroup(UUID id, NodeGroupSpec spec, byte[] hashKey, Instant now) {
        super(id, spec.name(), spec.labels(), now);
        this.hashKey = hashKey.clone();
        change(spec, now);
    }

    /** @throws dev.carom.controlplane.problem.InvalidResource if the content breaks a rule */
    public final void change(NodeGroupSpec spec, Instant now) {
        spec.check();
        rename(spec.name(), spec.labels(), now);
        Map<String, Network> byName = networks.stream().collect(Collectors.toMap(Network::name, Function.identity()));
        networks.removeIf(network ->
                spec.networks().stream().noneMatch(wanted -> wanted.name().equals(network.name())));
        for (NetworkSpec wanted : spec.networks()) {
            Network present = byName.get(wanted.name());
            if (present == null) {
                networks.add(new Network(UUID.randomUUID(), wanted));
            } else {
                present.change(wanted);
            }
        }
        changeRouters(spec.virtualRouters());
    }

    private void changeRouters(List<VirtualRouterSpec> specs) {
        Map<Integer, VirtualRouter> byVrid =
                virtualRouters.stream().collect(Collectors.toMap(VirtualRouter::vrid, Function.identity()));
        virtualRouters.removeIf(router -> specs.stream().noneMatch(wanted -> wanted.vrid() == router.vrid()));
        for (VirtualRouterSpec wanted : specs) {
            VirtualRouter present = byVrid.get(wanted.vrid());
            if (present == null) {
                virtualRouters.add(new VirtualRouter(UUID.randomUUID(), wanted));
            } else {
                present.change(wanted);
            }
        }
    }

    void join(UUID node, Instant now) {
        virtualRouters.forEach(router -> router.join(node));
        touch(now);
    }

    void leave(UUID node, Instant now) {
        virtualRouters.forEach(router -> router.leave(node));
        touch(now);
    }

    /** 16 bytes; never leaves by REST. */
    public byte[] hashKey() {
        return hashKey.clone();
    }

    public List<Network> networks() {
        return List.copyOf(networks);
    }

    public List<VirtualRouter> virtualRouters() {
        return List.copyOf(virtualRouters);
    }

    public NodeGroupSpec spec() {
        return new NodeGroupSpec(
                name(),
                labels(),
                networks.stream().map(Network::spec).toList(),
                virtualRouters.stream().map(VirtualRouter::spec).toList());
    }

    @Override
    public ResourceType type() {
        return ResourceType.NODE_GROUP;
    }

    @Override
    public NodeGroupSpec content() {
        return spec();
    }
}
