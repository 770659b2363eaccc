package dev.carom.lab.deployment;

import dev.carom.lab.Host;
import dev.carom.lab.topology.HostName;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A service that exists: the plan and the ids of its resources. */
public record Service(
        ServicePlan plan,
        Optional<String> monitorId,
        String poolId,
        Map<HostName, String> backendIds,
        String vipId,
        String listenerId) {

    /** Creates it from the bottom up; the listener comes last, and with it the service starts. */
    public static Service create(Deployment deployment, ServicePlan plan) {
        return create(deployment, deployment.nodeGroupId(), plan);
    }

    /** The same in a node group of the deployment's. */
    public static Service create(Deployment deployment, String nodeGroupId, ServicePlan plan) {
        Api api = deployment.api();
        Optional<String> monitorId = plan.isMonitored()
                ? Optional.of(api.create("health-monitors", plan.monitor()).id())
                : Optional.empty();
        String poolId = api.create(
                        "pools", monitorId.<Map<String, ?>>map(plan::pool).orElseGet(plan::pool))
                .id();
        Map<HostName, String> backendIds = new EnumMap<>(HostName.class);
        for (HostName host : plan.weights().keySet()) {
            String address = addressLike(plan.vip(), deployment.lab().host(host));
            backendIds.put(
                    host,
                    api.create("pools/" + poolId + "/backends", plan.backend(host, address))
                            .id());
        }
        String vipId = api.create("vips", plan.virtualIp(nodeGroupId)).id();
        String listenerId = api.create("vips/" + vipId + "/listeners", plan.listener(poolId))
                .id();
        return new Service(plan, monitorId, poolId, Map.copyOf(backendIds), vipId, listenerId);
    }

    /** The host's address of the VIP's own family. */
    private static String addressLike(String vip, Host host) {
        return vip.contains(":") ? host.ipv6() : host.ipv4();
    }

    public String backendId(HostName host) {
        String id = backendIds.get(host);
        if (id == null) {
            throw new IllegalStateException(plan.name() + " has no backend " + host.label());
        }
        return id;
    }

    /** Removes it from the top down. */
    public void delete(Api api) {
        api.delete("listeners/" + listenerId);
        api.delete("vips/" + vipId);
        deleteWhatIsLeft(api);
    }

    /** Removes the rest of a service whose VIP is deleted. */
    public void deleteWhatIsLeft(Api api) {
        backendIds.values().forEach(id -> api.delete("backends/" + id + "?force=true"));
        api.delete("pools/" + poolId);
        monitorId.ifPresent(id -> api.delete("health-monitors/" + id));
    }
}
