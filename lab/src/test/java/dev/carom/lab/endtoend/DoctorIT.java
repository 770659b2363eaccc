package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Command;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Breaks one of three backends in each way of docs/doctor.md: the doctor names that one, and nothing else. */
@EndToEnd
class DoctorIT {
    private static final HostName BROKEN = HostName.BACKEND2;
    private static final String OTHER_INTERFACE = "other0";

    private static Deployment deployment;
    private static Ward ward;
    private static Ward ward6;
    private static Host broken;

    @BeforeAll
    static void open(Deployment running) {
        deployment = running;
        ward = Ward.open(running, "doctor", "10.0.0.131");
        ward6 = Ward.open(running, "doctor6", "2001:db8:1::131");
        broken = ward.host(BROKEN);
    }

    @AfterAll
    static void close() {
        if (ward6 != null) {
            ward6.close();
        }
        if (ward != null) {
            ward.close();
        }
    }

    /** Each test mends what it broke, and so the next begins with a sound fleet. */
    @AfterEach
    void everythingIsSoundAgain() {
        Waiting.untilTrue(
                "a sound fleet",
                Duration.ofSeconds(30),
                () -> ward.faults().isEmpty() && ward6.faults().isEmpty());
    }

    @Test
    void vipMissing() {
        broken.removeLoopbackAddress(ward.vip());
        try {
            expect("VIP_NOT_ON_LOOPBACK");
        } finally {
            broken.addLoopbackAddress(ward.vip());
        }
    }

    @Test
    void vip6Missing() {
        broken.removeLoopbackAddress(ward6.vip());
        try {
            assertThat(ward6.faults()).isEqualTo(Map.of(BROKEN, List.of("VIP_NOT_ON_LOOPBACK")));
        } finally {
            broken.addLoopbackAddress(ward6.vip());
        }
    }

    @Test
    void serviceOnTheRealAddressAlone() {
        ward.serve(BROKEN, broken.ipv4() + ":" + Ward.PORT);
        try {
            expect("SERVICE_NOT_ON_VIP");
        } finally {
            ward.serve(BROKEN, "0.0.0.0:" + Ward.PORT);
        }
    }

    @Test
    void portClosed() {
        ward.stopServing(BROKEN);
        try {
            expect("PORT_REFUSED");
        } finally {
            ward.serve(BROKEN, "0.0.0.0:" + Ward.PORT);
        }
    }

    @Test
    void answersArp() {
        sysctl("net.ipv4.conf.all.arp_ignore=0", "net.ipv4.conf.eth0.arp_ignore=0");
        try {
            expect("BACKEND_ANSWERS_ARP");
        } finally {
            sysctl("net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.eth0.arp_ignore=1");
        }
    }

    @Test
    void down() {
        port("down");
        try {
            expect("UNRESOLVED");
        } finally {
            port("up");
        }
    }

    @Test
    void reversePathFilterAgainstClients() {
        secondInterface();
        String gateway = ward.host(HostName.ROUTER).ipv4();
        try {
            broken.require("ip", "route", "replace", "default", "via", "10.77.0.2", "dev", OTHER_INTERFACE);
            sysctl("net.ipv4.conf.all.rp_filter=1");
            expect("RP_FILTER");
        } finally {
            sysctl("net.ipv4.conf.all.rp_filter=0");
            broken.require("ip", "route", "replace", "default", "via", gateway, "dev", "eth0");
            broken.require("ip", "link", "del", OTHER_INTERFACE);
        }
    }

    @Test
    void reversePathFilterAgainstTheBalancer() {
        secondInterface();
        String balancer = ward.host(HostName.LB1).ipv4();
        try {
            broken.require("ip", "route", "add", balancer, "via", "10.77.0.2", "dev", OTHER_INTERFACE);
            sysctl("net.ipv4.conf.all.rp_filter=1");
            expect("RP_FILTER");
        } finally {
            sysctl("net.ipv4.conf.all.rp_filter=0");
            broken.require("ip", "link", "del", OTHER_INTERFACE);
        }
    }

    /** Nothing from outside tells it from a firewall ahead of the routing: both are named, and how to decide. */
    @Test
    void reversePathFilterByAPolicyRouteOfTheVip() {
        secondInterface();
        try {
            broken.require("ip", "rule", "add", "from", ward.vip(), "lookup", "77");
            broken.require("ip", "route", "add", "default", "via", "10.77.0.2", "table", "77");
            sysctl("net.ipv4.conf.all.rp_filter=1");
            JsonNode faults = faultsOf(ward.diagnose(), ward.backendId(BROKEN));
            assertThat(faults.findValuesAsString("code")).containsExactly("RP_FILTER", "FILTERED");
            long before = reversePathDrops();
            ward.diagnose();
            assertThat(faults.findValuesAsString("decide")).anyMatch(command -> command.startsWith("nstat -asz"));
            assertThat(reversePathDrops()).isGreaterThan(before);
        } finally {
            sysctl("net.ipv4.conf.all.rp_filter=0");
            broken.require("ip", "rule", "del", "from", ward.vip(), "lookup", "77");
            broken.require("ip", "link", "del", OTHER_INTERFACE);
        }
    }

    @Test
    void firewallOnTheService() {
        firewall("tcp dport " + Ward.PORT + " drop");
        try {
            expect("FILTERED");
        } finally {
            broken.require("nft", "delete", "table", "inet", "doctor");
        }
    }

    @Test
    void firewallOnTheWholeVip() {
        firewall("ip daddr " + ward.vip() + " drop");
        try {
            expect("FILTERED");
        } finally {
            broken.require("nft", "delete", "table", "inet", "doctor");
        }
    }

    /** The other backend holds the VIP too and would answer: the wrong machine, and no health check notices. */
    @Test
    void wrongMacPinned() {
        pin(ward.host(HostName.BACKEND3).mac());
        try {
            Waiting.untilTrue(
                    "the pinned MAC in force",
                    Duration.ofSeconds(15),
                    () -> !ward.faults().isEmpty());
            expect("WRONG_MAC");
        } finally {
            pin(null);
        }
    }

    @Test
    void bounces() {
        broken.removeLoopbackAddress(ward.vip());
        sysctl("net.ipv4.ip_forward=1");
        try {
            expect("BOUNCED");
        } finally {
            sysctl("net.ipv4.ip_forward=0");
            broken.addLoopbackAddress(ward.vip());
        }
    }

    @Test
    void returnPathTooNarrow() {
        broken.require("ip", "link", "set", "dev", "eth0", "mtu", "1300");
        try {
            expect("RETURN_MTU");
        } finally {
            broken.require("ip", "link", "set", "dev", "eth0", "mtu", "1500");
        }
    }

    @Test
    void vip6OnTheEthernetInterface() {
        broken.removeLoopbackAddress(ward6.vip());
        sysctl("net.ipv6.conf.all.accept_dad=1", "net.ipv6.conf.eth0.accept_dad=1");
        try {
            broken.require("ip", "-6", "addr", "add", ward6.vip() + "/64", "dev", "eth0");
            Waiting.untilTrue(
                    "duplicate address detection to fail",
                    Duration.ofSeconds(10),
                    () -> broken.require("ip", "-6", "addr", "show", "dev", "eth0")
                            .contains("dadfailed"));
            assertThat(ward6.faults()).isEqualTo(Map.of(BROKEN, List.of("DAD_FAILED")));
        } finally {
            broken.require("ip", "-6", "addr", "del", ward6.vip() + "/64", "dev", "eth0");
            sysctl("net.ipv6.conf.all.accept_dad=0", "net.ipv6.conf.eth0.accept_dad=0");
            broken.addLoopbackAddress(ward6.vip());
        }
    }

    @Test
    void evidenceShowsFramesAndTheRemedyMends() {
        broken.removeLoopbackAddress(ward.vip());
        JsonNode entry = entryOf(ward.diagnose(), ward.backendId(BROKEN));
        JsonNode fault = entry.get("faults").get(0);
        assertThat(entry.get("checks").findValuesAsString("sent").toString() + entry)
                .contains("SYN", broken.mac(), ward.vip());
        broken.require("sh", "-c", fault.get("remedy").asString());
        assertThat(ward.faults()).isEmpty();
    }

    @Test
    void theNodeTellsTheSameByItself() {
        ward.stopServing(BROKEN);
        try {
            var report = deployment.agent(HostName.LB1).command("doctor");
            assertThat(report.status()).isEqualTo(1);
            assertThat(report.out()).contains("code: PORT_REFUSED").doesNotContain("code: FILTERED");
        } finally {
            ward.serve(BROKEN, "0.0.0.0:" + Ward.PORT);
        }
    }

    private static void expect(String code) {
        assertThat(ward.faults()).isEqualTo(Map.of(BROKEN, List.of(code)));
    }

    private static JsonNode entryOf(JsonNode diagnosis, String backend) {
        for (JsonNode each : diagnosis.get("backends")) {
            if (each.get("backendId").asString().equals(backend)) {
                return each;
            }
        }
        throw new AssertionError("the diagnosis leaves out " + backend + ": " + diagnosis);
    }

    private static JsonNode faultsOf(JsonNode diagnosis, String backend) {
        return entryOf(diagnosis, backend).get("faults");
    }

    private static void sysctl(String... settings) {
        broken.namespace().sysctl(List.of(settings));
    }

    private static void secondInterface() {
        broken.require("ip", "link", "add", OTHER_INTERFACE, "type", "veth", "peer", "name", "other1");
        broken.require("ip", "addr", "add", "10.77.0.1/24", "dev", OTHER_INTERFACE);
        broken.require("ip", "link", "set", OTHER_INTERFACE, "up");
        broken.require("ip", "link", "set", "other1", "up");
    }

    private static void firewall(String rule) {
        broken.require("nft", "table inet doctor { chain input { type filter hook input priority 0; " + rule + "; } }");
    }

    private static void port(String state) {
        var topology = ward.lab().topology();
        Command.of("ip", "-n", topology.switchNamespace(), "link", "set", topology.port(BROKEN), state)
                .require();
    }

    private static void pin(@Nullable String mac) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("mac", mac);
        deployment.api().change("backends/" + ward.backendId(BROKEN), change);
    }

    private static long reversePathDrops() {
        String counters = broken.require("nstat", "-asz", "TcpExtIPReversePathFilter");
        return counters.lines()
                .filter(line -> line.startsWith("TcpExtIPReversePathFilter"))
                .map(line -> Long.parseLong(line.split("\\s+")[1]))
                .findFirst()
                .orElseThrow();
    }
}
