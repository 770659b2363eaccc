package dev.carom.lab.deployment;

import dev.carom.lab.topology.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service to create through REST: a VIP with one listener, its pool, and a monitor. TCP, Maglev and a TCP monitor
 * unless the plan says otherwise.
 *
 * @param name unique; resources are named after it
 * @param weights of the backends that take part
 * @param fields of its resources that are not as usual
 */
public record ServicePlan(
        String name, String vip, int port, Map<HostName, Integer> weights, Map<Part, Map<String, ?>> fields) {
    /** Milliseconds. */
    public static final int MONITOR_INTERVAL = 500;

    /** Milliseconds. */
    public static final int MONITOR_TIMEOUT = 400;

    /** Checks in a row that change a judgement, either way. */
    public static final int MONITOR_COUNT = 2;

    /** The resources that a service is made of. */
    public enum Part {
        MONITOR,
        POOL,
        BACKEND,
        VIP,
        LISTENER
    }

    public ServicePlan(String name, String vip, int port, Map<HostName, Integer> weights) {
        this(name, vip, port, weights, Map.of());
    }

    /** The same with these fields of one of its resources. */
    public ServicePlan with(Part part, Map<String, ?> more) {
        Map<Part, Map<String, ?>> all = new HashMap<>(fields);
        all.put(part, merged(fields.getOrDefault(part, Map.of()), more));
        return new ServicePlan(name, vip, port, weights, Map.copyOf(all));
    }

    /** The same without a monitor: its backends count as up. */
    public ServicePlan unmonitored() {
        return with(Part.MONITOR, Map.of("type", ""));
    }

    boolean isMonitored() {
        return !"".equals(fields.getOrDefault(Part.MONITOR, Map.of()).get("type"));
    }

    Map<String, ?> monitor() {
        return resource(
                Part.MONITOR,
                Map.of(
                        "name", name,
                        "type", "TCP",
                        "path", "DSR",
                        "intervalMs", MONITOR_INTERVAL,
                        "timeoutMs", MONITOR_TIMEOUT,
                        "rise", MONITOR_COUNT,
                        "fall", MONITOR_COUNT));
    }

    Map<String, ?> pool() {
        return resource(Part.POOL, Map.of("name", name, "algorithm", "MAGLEV"));
    }

    Map<String, ?> pool(String monitorId) {
        return merged(pool(), Map.of("healthMonitorId", monitorId));
    }

    Map<String, ?> backend(HostName host, String address) {
        return resource(
                Part.BACKEND,
                Map.of("name", host.label(), "address", address, "weight", weights.getOrDefault(host, 1)));
    }

    Map<String, ?> virtualIp(String nodeGroupId) {
        return resource(Part.VIP, Map.of("name", name, "nodeGroupId", nodeGroupId, "address", vip));
    }

    Map<String, ?> listener(String poolId) {
        return resource(
                Part.LISTENER,
                Map.of("name", name, "protocol", "TCP", "ports", List.of(Integer.toString(port)), "poolId", poolId));
    }

    private Map<String, ?> resource(Part part, Map<String, ?> usual) {
        return merged(usual, fields.getOrDefault(part, Map.of()));
    }

    private static Map<String, ?> merged(Map<String, ?> usual, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(usual);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
