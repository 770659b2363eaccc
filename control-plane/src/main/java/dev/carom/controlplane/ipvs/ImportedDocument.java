package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.ipvs.Service.Affinity;
import dev.carom.controlplane.ipvs.Service.Server;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was found as a document of ours: a VIP for each address, a listener and a pool for each service. */
final class ImportedDocument {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode present;
    private final String nodeGroup;
    private final String node;
    private final Remarks remarks;
    private final ObjectNode document = JSON.createObjectNode();
    private final Map<IpAddress, ObjectNode> vips = new LinkedHashMap<>();

    ImportedDocument(ObjectNode present, String nodeGroup, String node, Remarks remarks) {
        this.present = present;
        this.nodeGroup = nodeGroup;
        this.node = node;
        this.remarks = remarks;
    }

    ObjectNode of(Found found) {
        document.put("apiVersion", "carom.dev/v1");
        Names names = new Names();
        found.services().stream().filter(names::isNew).forEach(this::add);
        found.carriers().forEach(this::carry);
        vips.values().forEach(vip -> section("vips").add(vip));
        return document;
    }

    /** A service that is listed twice is one. */
    private static final class Names {
        private final Set<String> seen = new HashSet<>();

        boolean isNew(Service service) {
            return seen.add(poolName(service));
        }
    }

    private ArrayNode section(String name) {
        return document.withArray(name);
    }

    private static String name(IpAddress address) {
        String text = address.toString().replace(':', '-');
        return (text.startsWith("-") ? "0" : "") + text + (text.endsWith("-") ? "0" : "");
    }

    private static String listenerName(Service service) {
        return service.protocol().toLowerCase(Locale.ROOT) + "-" + (service.port() == 0 ? "all" : service.port());
    }

    private static String poolName(Service service) {
        return name(service.address()) + "-" + listenerName(service);
    }

    private void add(Service service) {
        String name = poolName(service);
        ObjectNode pool = section("pools").addObject();
        pool.put("name", name);
        pool.put("algorithm", service.algorithm());
        Affinity affinity = service.affinity();
        if (affinity != null) {
            pool.putObject("affinity")
                    .put("timeoutMs", affinity.timeoutSeconds() * 1_000)
                    .put(service.address().isIpv4() ? "ipv4PrefixLength" : "ipv6PrefixLength", affinity.prefixLength());
        }
        Check check = service.check();
        if (check != null) {
            section("healthMonitors").add(monitor(name, check));
            pool.put("healthMonitor", name);
        }
        Server sorry = service.sorry();
        if (sorry != null) {
            ObjectNode fallback = section("pools").addObject();
            fallback.put("name", name + "-sorry");
            backends(fallback, List.of(sorry));
            pool.put("allDownPolicy", "FALLBACK");
            pool.put("fallbackPool", name + "-sorry");
        }
        backends(pool, service.servers());
        ObjectNode listener = vip(service.address()).withArray("listeners").addObject();
        listener.put("name", listenerName(service));
        listener.put("protocol", service.protocol());
        listener.putArray("ports").add(service.port() == 0 ? "1-65535" : Integer.toString(service.port()));
        listener.put("pool", name);
    }

    private ObjectNode vip(IpAddress address) {
        return vips.computeIfAbsent(address, each -> {
            ObjectNode vip = JSON.createObjectNode();
            vip.put("name", "vip-" + name(each));
            vip.put("nodeGroup", nodeGroup);
            vip.put("address", each.toString());
            return vip;
        });
    }

    private static void backends(ObjectNode pool, List<Server> servers) {
        ArrayNode backends = pool.putArray("backends");
        servers.stream()
                .distinct()
                .forEach(server -> backends.addObject()
                        .put("name", name(server.address()))
                        .put("address", server.address().toString())
                        .put("weight", server.weight()));
    }

    private static ObjectNode monitor(String name, Check check) {
        ObjectNode monitor = JSON.createObjectNode();
        monitor.put("name", name);
        monitor.put("type", check.type());
        monitor.put("intervalMs", check.intervalMs());
        monitor.put("timeoutMs", check.timeoutMs());
        monitor.put("fall", check.fall());
        monitor.put("port", check.port());
        check.details().forEach((property, value) -> monitor.set(property, JSON.valueToTree(value)));
        return monitor;
    }

    /** The VIPs of an instance stand on its virtual router, which the group has or gets. */
    private void carry(Carrier carrier) {
        boolean used = false;
        for (Map.Entry<IpAddress, Integer> each : carrier.addresses().entrySet()) {
            ObjectNode vip = vips.get(each.getKey());
            if (vip == null) {
                remarks.leftOut(
                        each.getValue(),
                        each.getKey().toString(),
                        "No virtual_server that could be taken has this address, and a node never has a VIP itself.");
            } else {
                vip.put("vrid", carrier.vrid());
                used = true;
            }
        }
        if (used) {
            route(carrier);
        }
    }

    private void route(Carrier carrier) {
        ArrayNode routers = group().withArray("virtualRouters");
        ObjectNode router = null;
        for (JsonNode each : routers) {
            if (each instanceof ObjectNode object && object.path("vrid").asInt() == carrier.vrid()) {
                router = object;
            }
        }
        if (router == null) {
            router = routers.addObject().put("vrid", carrier.vrid());
        }
        router.put("advertMs", carrier.advertMs());
        if (!node.isEmpty()) {
            router.withObject("priorityByNode").put(node, carrier.priority());
        }
    }

    /** The whole of the group, since a document replaces what it names. */
    private ObjectNode group() {
        for (JsonNode each : section("nodeGroups")) {
            return (ObjectNode) each;
        }
        ObjectNode group = section("nodeGroups").addObject();
        for (JsonNode each : present.path("nodeGroups")) {
            if (each.path("name").asString("").equals(nodeGroup)) {
                group.setAll((ObjectNode) each.deepCopy());
            }
        }
        return group.put("name", nodeGroup);
    }
}
