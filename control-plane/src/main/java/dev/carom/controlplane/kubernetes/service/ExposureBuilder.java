package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.pool.Affinity;
import dev.carom.controlplane.pool.Algorithm;
import dev.carom.controlplane.pool.AllDownPolicy;
import dev.carom.controlplane.pool.BackendKind;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.HealthMonitorSpec;
import dev.carom.controlplane.pool.HttpCheck;
import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.pool.MonitorType;
import dev.carom.controlplane.pool.OnBackendDown;
import dev.carom.controlplane.pool.Platform;
import dev.carom.controlplane.pool.PoolSpec;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.vip.ListenerSpec;
import dev.carom.controlplane.vip.PortRange;
import dev.carom.controlplane.vip.Protocol;
import dev.carom.controlplane.vip.UnmatchedPortPolicy;
import dev.carom.controlplane.vip.VipSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what one Service gets, family by family. What operators may change stays as they left it: administrative
 * states, and which virtual router carries a VIP.
 */
final class ExposureBuilder {
    private static final long DRAIN_MS = 300_000;
    private static final HttpCheck HEALTHZ = new HttpCheck("GET", "/healthz", "", List.of("200-299"), "", false);

    private final Identity identity;
    private final ServiceClaim claim;
    private final Exposure present;
    private final Map<UUID, PoolSpec> pools = new HashMap<>();
    private final Map<UUID, List<BackendSpec>> backends = new HashMap<>();
    private final Map<UUID, VipSpec> vips = new HashMap<>();
    private final Map<UUID, Exposure.PlacedListener> listeners = new HashMap<>();

    ExposureBuilder(Identity identity, ServiceClaim claim, Exposure present) {
        this.identity = identity;
        this.claim = claim;
        this.present = present;
    }

    void add(Family family, IpAddress address, BalancerGroup group, List<ClusterNode> nodes) {
        String suffix = family.toString().toLowerCase(Locale.ROOT);
        UUID pool = identity.id("pool " + suffix);
        UUID vip = identity.id("vip " + suffix);
        pools.put(pool, pool(identity.name(suffix)));
        backends.put(pool, backends(pool, family, nodes));
        vips.put(vip, vip(vip, identity.name(suffix), address, group));
        claim.ports().stream().filter(ServiceClaim.Port::isSupported).forEach(port -> {
            UUID id = identity.id("listener " + suffix + " " + port);
            listeners.put(id, new Exposure.PlacedListener(vip, listener(id, pool, port, family)));
        });
    }

    /** @param kubeProxyHealthPort asked where the Service has no health check of its own */
    Exposure build(int kubeProxyHealthPort) {
        if (vips.isEmpty()) {
            return Exposure.NOTHING;
        }
        boolean own = claim.local() && claim.healthCheckPort() > 0;
        return new Exposure(
                Map.of(monitorId(), monitor(own ? claim.healthCheckPort() : kubeProxyHealthPort)),
                pools,
                backends,
                vips,
                listeners);
    }

    private UUID monitorId() {
        return identity.id("monitor");
    }

    /** kube-proxy answers on the nodes' own addresses: 503 where no endpoint is, or the node is about to go. */
    private HealthMonitorSpec monitor(int port) {
        return new HealthMonitorSpec(
                identity.name("health"),
                identity.labels(),
                MonitorType.HTTP,
                MonitorPath.DIRECT,
                1_000,
                0,
                500,
                2,
                3,
                port,
                HEALTHZ,
                null);
    }

    private PoolSpec pool(String name) {
        return new PoolSpec(
                name,
                identity.labels(),
                Algorithm.MAGLEV,
                claim.affinityMs() == 0 ? null : new Affinity(32, 128, claim.affinityMs()),
                AllDownPolicy.DROP,
                null,
                OnBackendDown.MOVE,
                0,
                DRAIN_MS,
                0,
                monitorId());
    }

    private List<BackendSpec> backends(UUID pool, Family family, List<ClusterNode> nodes) {
        Map<String, AdminState> states = new HashMap<>();
        present.backends().getOrDefault(pool, List.of()).forEach(there -> states.put(there.name(), there.adminState()));
        List<BackendSpec> wanted = new ArrayList<>();
        for (ClusterNode node : nodes) {
            String name = Identity.shortened(node.name());
            wanted.add(new BackendSpec(
                    name,
                    identity.labels(),
                    node.address(family).orElseThrow(),
                    null,
                    1,
                    states.getOrDefault(name, AdminState.ENABLED),
                    BackendKind.KUBE_PROXY,
                    false,
                    Platform.LINUX));
        }
        wanted.sort(Comparator.comparing(BackendSpec::name));
        return List.copyOf(wanted);
    }

    private VipSpec vip(UUID id, String name, IpAddress address, BalancerGroup group) {
        Optional<VipSpec> there = Optional.ofNullable(present.vips().get(id));
        // New ones are spread over the group's routers, so that each of its nodes carries some.
        int router = there.filter(spec -> spec.nodeGroupId().equals(group.id()))
                .map(VipSpec::vrid)
                .filter(group.vrids()::contains)
                .orElseGet(() -> group.vrids()
                        .get(Math.floorMod(id.hashCode(), group.vrids().size())));
        return new VipSpec(
                name,
                identity.labels(),
                group.id(),
                router,
                address,
                there.map(VipSpec::adminState).orElse(AdminState.ENABLED),
                UnmatchedPortPolicy.DROP,
                0);
    }

    private ListenerSpec listener(UUID id, UUID pool, ServiceClaim.Port port, Family family) {
        Map<String, String> labels = new HashMap<>(identity.labels());
        if (!port.name().isEmpty()) {
            labels.put("carom.dev/port", port.name());
        }
        Exposure.PlacedListener there = present.listeners().get(id);
        return new ListenerSpec(
                port.protocol().toLowerCase(Locale.ROOT) + "-" + port.number(),
                labels,
                Protocol.valueOf(port.protocol()),
                List.of(new PortRange(port.number(), port.number())),
                pool,
                there == null ? AdminState.ENABLED : there.spec().adminState(),
                claim.sources().allowed(family),
                claim.sources().denied(family),
                0);
    }
}
