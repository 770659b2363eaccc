package dev.carom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A large configuration as a document. Group n has 10.n.0.0/16: VIPs from 10.n.1.1, backends from 10.n.100.1. */
record Estate(Size size) {
    private static final int PER_SUBNET = 250;
    private static final int FIRST_BACKENDS = 100;

    Map<String, Object> groups() {
        List<Object> groups = new ArrayList<>();
        for (int group = 1; group <= size.groups(); group++) {
            groups.add(Map.of(
                    "name",
                    group(group),
                    "networks",
                    List.of(Map.of(
                            "name",
                            "lan",
                            "interfaceSelector",
                            "eth0",
                            "subnets",
                            List.of("10." + group + ".0.0/16"),
                            "role",
                            "BOTH"))));
        }
        return document(Map.of("nodeGroups", groups));
    }

    /** All pools with their backends and all VIPs with their listeners, but for the lab's. */
    Map<String, Object> services() {
        List<Object> pools = new ArrayList<>();
        List<Object> vips = new ArrayList<>();
        for (int group = 1; group <= size.groups(); group++) {
            for (int vip = 0; vip < size.vips(); vip++) {
                pools.add(pool(group, vip));
                vips.add(vip(group, vip));
            }
        }
        pools.add(spares());
        Map<String, Object> monitor = Map.of("name", "tcp", "type", "TCP", "intervalMs", 10_000, "timeoutMs", 1_000);
        return document(Map.of("healthMonitors", List.of(monitor), "pools", pools, "vips", vips));
    }

    /** Backends whose weights alone differ from what is there: as many changes. */
    Map<String, Object> weights(int changes, int weight) {
        List<Object> pools = new ArrayList<>();
        for (int i = 0; i < changes / size.backends(); i++) {
            int group = 1 + i % size.groups();
            int vip = i / size.groups();
            List<Object> backends = new ArrayList<>();
            for (int backend = 0; backend < size.backends(); backend++) {
                backends.add(Map.of(
                        "name", "b" + backend, "address", backendAddress(group, vip, backend), "weight", weight));
            }
            pools.add(Map.of("name", service(group, vip), "healthMonitor", "tcp", "backends", backends));
        }
        return document(Map.of("pools", pools));
    }

    /** Nobody's: they fill the database to its limit. Three of the lab's are real. */
    private Map<String, Object> spares() {
        List<Object> backends = new ArrayList<>();
        int count = size.allBackends() - size.groups() * size.vips() * size.backends() - LabService.BACKENDS;
        for (int i = 0; i < count; i++) {
            backends.add(
                    Map.of("name", "spare" + i, "address", "10.250." + i / PER_SUBNET + "." + (1 + i % PER_SUBNET)));
        }
        return Map.of("name", "spare", "backends", backends);
    }

    private Map<String, Object> pool(int group, int vip) {
        List<Object> backends = new ArrayList<>();
        for (int backend = 0; backend < size.backends(); backend++) {
            backends.add(Map.of("name", "b" + backend, "address", backendAddress(group, vip, backend)));
        }
        return Map.of("name", service(group, vip), "healthMonitor", "tcp", "backends", backends);
    }

    private Map<String, Object> vip(int group, int vip) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", service(group, vip));
        content.put("labels", Map.of("tier", vip % 10 == 0 ? "gold" : "silver"));
        content.put("nodeGroup", group(group));
        content.put("address", "10." + group + ".1." + (1 + vip));
        content.put(
                "listeners",
                List.of(Map.of("name", "web", "protocol", "TCP", "ports", List.of("80"), "pool", service(group, vip))));
        return content;
    }

    private String backendAddress(int group, int vip, int backend) {
        int host = vip * size.backends() + backend;
        return "10." + group + "." + (FIRST_BACKENDS + host / PER_SUBNET) + "." + (1 + host % PER_SUBNET);
    }

    static String group(int group) {
        return "group-%02d".formatted(group);
    }

    static String service(int group, int vip) {
        return "g%02d-%03d".formatted(group, vip);
    }

    private static Map<String, Object> document(Map<String, Object> sections) {
        Map<String, Object> document = new LinkedHashMap<>(Map.of("apiVersion", "carom.dev/v1"));
        document.putAll(sections);
        return document;
    }
}
