package dev.carom.lab.endtoend;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Command;
import dev.carom.lab.topology.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One backend of a ward, and the ways to break its host. */
record Patient(Deployment deployment, Ward ward, HostName name) {
    private static final String OTHER_INTERFACE = "other0";
    private static final String OTHER_GATEWAY = "10.77.0.2";

    Host host() {
        return ward.host(name);
    }

    void sysctl(String... settings) {
        host().namespace().sysctl(List.of(settings));
    }

    void strictReversePathFilter(boolean on) {
        sysctl("net.ipv4.conf.all.rp_filter=" + (on ? 1 : 0));
    }

    /** Gives it another way out; that, and a strict filter, are gone after. */
    void withSecondInterface(Runnable staged) {
        addSecondInterface();
        try {
            staged.run();
        } finally {
            strictReversePathFilter(false);
            removeSecondInterface();
        }
    }

    private void addSecondInterface() {
        host().require("ip", "link", "add", OTHER_INTERFACE, "type", "veth", "peer", "name", "other1");
        host().require("ip", "addr", "add", "10.77.0.1/24", "dev", OTHER_INTERFACE);
        host().require("ip", "link", "set", OTHER_INTERFACE, "up");
        host().require("ip", "link", "set", "other1", "up");
    }

    /** Routes by it go with it. */
    private void removeSecondInterface() {
        host().require("ip", "link", "del", OTHER_INTERFACE);
    }

    void routeBySecondInterface(String destination) {
        host().require("ip", "route", "replace", destination, "via", OTHER_GATEWAY, "dev", OTHER_INTERFACE);
    }

    void firewall(String rule) {
        host().require(
                        "nft",
                        "table inet doctor { chain input { type filter hook input priority 0; " + rule + "; }; }");
    }

    void removeFirewall() {
        host().require("nft", "delete", "table", "inet", "doctor");
    }

    /** The switch's port, {@code up} or {@code down}. */
    void port(String state) {
        var topology = ward.lab().topology();
        Command.of("ip", "-n", topology.switchNamespace(), "link", "set", topology.port(name), state)
                .require();
    }

    /** Null lets the nodes resolve it. */
    void pin(@Nullable String mac) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("mac", mac);
        deployment.api().change("backends/" + ward.backendId(name), change);
    }

    long reversePathDrops() {
        String counters = host().require("nstat", "-asz", "TcpExtIPReversePathFilter");
        return counters.lines()
                .filter(line -> line.startsWith("TcpExtIPReversePathFilter"))
                .map(line -> Long.parseLong(line.split("\\s+")[1]))
                .findFirst()
                .orElseThrow();
    }

    /** What a diagnosis says of it. */
    JsonNode entryIn(JsonNode diagnosis) {
        for (JsonNode each : diagnosis.get("backends")) {
            if (each.get("backendId").asString().equals(ward.backendId(name))) {
                return each;
            }
        }
        throw new AssertionError("the diagnosis leaves out " + name + ": " + diagnosis);
    }
}
