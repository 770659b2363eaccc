package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Breaks one of three backends in each way of docs/doctor.md: the doctor names that one, and nothing else. */
@EndToEnd
class DoctorIT {
    private static final HostName BROKEN = HostName.BACKEND2;

    private static Deployment deployment;
    private static Ward ward;
    private static Ward ward6;
    private static Host broken;
    private static Patient patient;

    @BeforeAll
    static void open(Deployment running) {
        deployment = running;
        ward = Ward.open(running, "doctor", "10.0.0.131");
        ward6 = Ward.open(running, "doctor6", "2001:db8:1::131");
        broken = ward.host(BROKEN);
        patient = new Patient(running, ward, BROKEN);
    }

    @AfterAll
    static void close() {
        Stream.of(ward6, ward).filter(Objects::nonNull).forEach(Ward::close);
    }

    /** Each test mends what it broke, and so the next begins with a sound fleet. */
    @AfterEach
    void everythingIsSoundAgain() {
        Waiting.untilTrue("a sound fleet", Duration.ofSeconds(120), () -> {
            CompletableFuture<Boolean> alsoSound =
                    CompletableFuture.supplyAsync(() -> ward6.faults().isEmpty());
            return ward.faults().isEmpty() && alsoSound.join();
        });
    }

    @Test
    void vipMissing() {
        expect(
                "VIP_NOT_ON_LOOPBACK",
                () -> broken.removeLoopbackAddress(ward.vip()),
                () -> broken.addLoopbackAddress(ward.vip()));
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
        expect(
                "SERVICE_NOT_ON_VIP",
                () -> ward.serve(BROKEN, broken.ipv4() + ":" + Ward.PORT),
                () -> ward.serve(BROKEN, "0.0.0.0:" + Ward.PORT));
    }

    @Test
    void portClosed() {
        expect("PORT_REFUSED", () -> ward.stopServing(BROKEN), () -> ward.serve(BROKEN, "0.0.0.0:" + Ward.PORT));
    }

    @Test
    void answersArp() {
        expect(
                "BACKEND_ANSWERS_ARP",
                () -> patient.sysctl("net.ipv4.conf.all.arp_ignore=0", "net.ipv4.conf.eth0.arp_ignore=0"),
                () -> patient.sysctl("net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.eth0.arp_ignore=1"));
    }

    @Test
    void down() {
        expect("UNRESOLVED", () -> patient.port("down"), () -> patient.port("up"));
    }

    @Test
    void reversePathFilterAgainstClients() {
        String gateway = ward.host(HostName.ROUTER).ipv4();
        patient.withSecondInterface(() -> {
            try {
                patient.routeBySecondInterface("default");
                patient.strictReversePathFilter(true);
                expect("RP_FILTER");
            } finally {
                broken.require("ip", "route", "replace", "default", "via", gateway, "dev", "eth0");
            }
        });
    }

    /** Towards every balancer: any of them may own the VIP. */
    @Test
    void reversePathFilterAgainstTheBalancer() {
        patient.withSecondInterface(() -> {
            HostName.balancers()
                    .forEach(balancer ->
                            patient.routeBySecondInterface(ward.host(balancer).ipv4()));
            patient.strictReversePathFilter(true);
            expect("RP_FILTER");
        });
    }

    /** Nothing from outside tells it from a firewall ahead of the routing: both are named, and how to decide. */
    @Test
    void reversePathFilterByAPolicyRouteOfTheVip() {
        patient.withSecondInterface(() -> {
            broken.require("ip", "rule", "add", "from", ward.vip(), "lookup", "77");
            try {
                broken.require("ip", "route", "add", "default", "via", "10.77.0.2", "table", "77");
                patient.strictReversePathFilter(true);
                JsonNode faults = patient.entryIn(ward.diagnose()).get("faults");
                assertThat(faults.findValuesAsString("code")).containsExactly("RP_FILTER", "FILTERED");
                long before = patient.reversePathDrops();
                ward.diagnose();
                assertThat(faults.findValuesAsString("decide")).anyMatch(command -> command.startsWith("nstat -asz"));
                assertThat(patient.reversePathDrops()).isGreaterThan(before);
            } finally {
                broken.require("ip", "rule", "del", "from", ward.vip(), "lookup", "77");
            }
        });
    }

    @Test
    void firewallOnTheService() {
        expect("FILTERED", () -> patient.firewall("tcp dport " + Ward.PORT + " drop"), () -> patient.removeFirewall());
    }

    @Test
    void firewallOnTheWholeVip() {
        expect("FILTERED", () -> patient.firewall("ip daddr " + ward.vip() + " drop"), () -> patient.removeFirewall());
    }

    /** The other backend holds the VIP too and would answer: the wrong machine, and no health check notices. */
    @Test
    void wrongMacPinned() {
        patient.pin(ward.host(HostName.BACKEND3).mac());
        try {
            Waiting.untilTrue(
                    "the pinned MAC in force",
                    Duration.ofSeconds(60),
                    () -> !ward.faults().isEmpty());
            expect("WRONG_MAC");
        } finally {
            patient.pin(null);
        }
    }

    @Test
    void bounces() {
        broken.removeLoopbackAddress(ward.vip());
        patient.sysctl("net.ipv4.ip_forward=1");
        try {
            expect("BOUNCED");
        } finally {
            patient.sysctl("net.ipv4.ip_forward=0");
            broken.addLoopbackAddress(ward.vip());
        }
    }

    @Test
    void returnPathTooNarrow() {
        expect(
                "RETURN_MTU",
                () -> broken.require("ip", "link", "set", "dev", "eth0", "mtu", "1300"),
                () -> broken.require("ip", "link", "set", "dev", "eth0", "mtu", "1500"));
    }

    @Test
    void vip6OnTheEthernetInterface() {
        broken.removeLoopbackAddress(ward6.vip());
        patient.sysctl("net.ipv6.conf.all.accept_dad=1", "net.ipv6.conf.eth0.accept_dad=1");
        try {
            broken.require("ip", "-6", "addr", "add", ward6.vip() + "/64", "dev", "eth0");
            Waiting.untilTrue(
                    "duplicate address detection to fail",
                    Duration.ofSeconds(60),
                    () -> broken.require("ip", "-6", "addr", "show", "dev", "eth0")
                            .contains("dadfailed"));
            assertThat(ward6.faults()).isEqualTo(Map.of(BROKEN, List.of("DAD_FAILED")));
        } finally {
            broken.require("ip", "-6", "addr", "del", ward6.vip() + "/64", "dev", "eth0");
            patient.sysctl("net.ipv6.conf.all.accept_dad=0", "net.ipv6.conf.eth0.accept_dad=0");
            broken.addLoopbackAddress(ward6.vip());
        }
    }

    @Test
    void evidenceShowsFramesAndTheRemedyMends() {
        broken.removeLoopbackAddress(ward.vip());
        try {
            JsonNode entry = patient.entryIn(ward.diagnose());
            assertThat(entry.toString()).contains("SYN, MSS 1460", broken.mac(), "tell " + ward.vip());
            broken.require("sh", "-c", entry.get("faults").get(0).get("remedy").asString());
            assertThat(ward.faults()).isEmpty();
        } finally {
            broken.require("ip", "addr", "replace", ward.vip() + "/32", "dev", "lo");
        }
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

    private static void expect(String code, Runnable breaking, Runnable mending) {
        breaking.run();
        try {
            expect(code);
        } finally {
            mending.run();
        }
    }

    private static void expect(String code) {
        assertThat(ward.faults())
                .as(() -> patient.entryIn(ward.lastDiagnosis()).toPrettyString())
                .isEqualTo(Map.of(BROKEN, List.of(code)));
    }
}
