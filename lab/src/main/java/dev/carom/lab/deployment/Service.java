package dev.carom.lab.deployment;

import dev.carom.lab.Host;
import dev.carom.lab.topology.HostName;
import java.util.EnumMap;
import java.util.Map;

/** A service that exists: the plan and the ids of its resources. */
public record Service(
        ServicePlan plan,
        String monitorId,
        String poolId,
        Map<HostName, String> backendIds,
        String vipId,
        String listenerId) {

    /** Creates it from the bottom up; the listener comes last, and with it the service starts. */
    public static Service create(Deployment deployment, ServicePlan plan) {
        Api api = deployment.api();
        String monitorId = api.create("health-monitors", plan.monitor()).id();
        String poolId = api.create("pools", plan.pool(monitorId)).id();
        Map<HostName, String> backendIds = new EnumMap<>(HostName.class);
        plan.weights()
                .forEach((host, weight) -> backendIds.put(
                        host,
                        api.create(
                                        "pools/" + poolId + "/backends",
                                        Map.of(
                                                "name", host.label(),
                                                "address",
                                                        addressLike(
                                                                plan.vip(),
                                                                deployment.lab().host(host)),
                                                "weight", weight))
                                .id()));
        String vipId =
                api.create("vips", plan.virtualIp(deployment.nodeGroupId())).id();
        String listenerId = api.create("vips/" + vipId + "/listeners", plan.listener(poolId))
                .id();
        return new Service(plan, monitorId, poolId, Map.copyOf(backendIds), vipId, listenerId);
    }

    /** The host's address of the VIP's own family. */
    private static String addressLike(String vip, Host host) {
        return vip.contains(":") ? host.ipv6() : host.ipv4();
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
        api.delete("health-monitors/" + monitorId);
    }
}
