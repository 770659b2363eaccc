package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script on a server that is no backend yet: run twice, then undone; the doctor says each time what it is. */
@EndToEnd
class SetupIT {
    private static final HostName FRESH = HostName.BACKEND2;
    private static final List<String> OPEN = List.of(
            "net.ipv4.conf.all.arp_ignore=0",
            "net.ipv4.conf.all.arp_announce=0",
            "net.ipv4.conf.eth0.arp_ignore=0",
            "net.ipv4.conf.eth0.arp_announce=0");
    private static final List<String> QUIET = List.of(
            "net.ipv4.conf.all.arp_ignore=1",
            "net.ipv4.conf.all.arp_announce=2",
            "net.ipv4.conf.eth0.arp_ignore=1",
            "net.ipv4.conf.eth0.arp_announce=2");

    private static Deployment deployment;
    private static Ward ward;
    private static Ward ward6;

    @BeforeAll
    static void open(Deployment running) {
        deployment = running;
        ward = Ward.open(running, "setup", "10.0.0.132");
        ward6 = Ward.open(running, "setup6", "2001:db8:1::132");
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

    @ParameterizedTest
    @ValueSource(strings = {"loopback", "down-interface"})
    void aFreshServerBecomesABackendTwiceAndIsNoneAfterTheUndo(String way) {
        proves(ward, way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loopback", "down-interface"})
    void overIpv6Too(String way) {
        proves(ward6, way);
    }

    private static void proves(Ward at, String way) {
        Host fresh = at.host(FRESH);
        fresh.removeLoopbackAddress(at.vip());
        fresh.namespace().sysctl(OPEN);
        String script = script(at, way, false);
        String undo = script(at, way, true);
        try {
            expect(at, List.of("VIP_NOT_ON_LOOPBACK"));
            fresh.require("sh", "-c", script);
            expect(at, List.of());
            fresh.require("sh", "-c", script);
            expect(at, List.of());
            fresh.require("sh", "-c", undo);
            fresh.require("sh", "-c", undo);
            expect(at, List.of("VIP_NOT_ON_LOOPBACK"));
            assertThat(fresh.require("sysctl", "-n", "net.ipv4.conf.all.arp_ignore")
                            .strip())
                    .isEqualTo("0");
        } finally {
            fresh.run("sh", "-c", undo);
            fresh.namespace().sysctl(QUIET);
            fresh.addLoopbackAddress(at.vip());
        }
    }

    private static String script(Ward at, String way, boolean undo) {
        return deployment
                .api()
                .text("backends/%s/setup?format=shell&way=%s&undo=%s".formatted(at.backendId(FRESH), way, undo));
    }

    private static void expect(Ward at, List<String> codes) {
        Map<HostName, List<String>> expected = codes.isEmpty() ? Map.of() : Map.of(FRESH, codes);
        Waiting.untilTrue(
                "the doctor to say " + expected,
                Duration.ofSeconds(60),
                () -> at.faults().equals(expected));
    }
}
