package dev.carom.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.relay.Relay;
import dev.carom.lab.relay.RelayFault;
import dev.carom.lab.server.Nginx;
import dev.carom.lab.topology.HostName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network by itself: real servers reached by their own addresses, through switch and router. */
@Tag("lab")
class LabIT {
    private static final String VIP = "10.0.0.100";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofMillis(300);

    @TempDir
    static Path directory;

    private static Lab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(LabOptions.defaults());
        lab.addVipToBackends(VIP);
        Path files = Files.createDirectories(directory.resolve("files"));
        for (Host backend : lab.hosts(HostName.backends())) {
            Nginx.start(backend, directory, files);
        }
    }

    @AfterAll
    static void stop() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void clientReachesEveryBackendByItsOwnAddresses() {
        Host client = lab.host(HostName.CLIENT);
        for (Host backend : lab.hosts(HostName.backends())) {
            assertThat(client.require("curl", "-sS", "http://" + backend.ipv4() + "/"))
                    .isEqualTo(backend.name().label() + "\n");
            assertThat(client.require("curl", "-sS", "http://[" + backend.ipv6() + "]/"))
                    .isEqualTo(backend.name().label() + "\n");
        }
    }

    @Test
    void requestsCrossTheRouterAndArriveWithTheClientsAddress() {
        Host backend = lab.host(HostName.BACKEND2);
        Capture capture = Capture.start(backend, directory, "tcp port 80");
        lab.host(HostName.CLIENT).require("curl", "-sS", "http://" + backend.ipv4() + "/");

        assertThat(capture.stop())
                .filteredOn(frame -> frame.payload() instanceof Frame.Ip packet && packet.opensConnection())
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.sourceMac())
                            .isEqualTo(lab.host(HostName.ROUTER).mac());
                    assertThat(frame.destinationMac()).isEqualTo(backend.mac());
                    assertThat(((Frame.Ip) frame.payload()).source())
                            .isEqualTo(lab.host(HostName.CLIENT).ipv4());
                });
    }

    @Test
    void backendsThatHoldTheVipDoNotAnswerForIt() {
        Capture capture = Capture.start(lab.host(HostName.LB1), directory, "arp");
        assertThat(lab.host(HostName.ROUTER)
                        .run("ping", "-c", "1", "-W", "1", VIP)
                        .succeeded())
                .isFalse();

        assertThat(capture.stop())
                .anyMatch(frame -> frame.payload() instanceof Frame.Arp arp
                        && arp.operation() == 1
                        && arp.targetAddress().equals(VIP));
        assertThat(lab.host(HostName.ROUTER).require("ip", "neighbour", "show", VIP))
                .doesNotContain("lladdr");
    }

    @Test
    void relayLeadsOutOfTheNamespaceAndObeysItsFaults() throws Exception {
        Host balancer = lab.host(HostName.LB2);
        try (Echo echo = Echo.start();
                Relay relay = Relay.open(balancer.namespace(), 8080, echo.port())) {
            assertThat(balancer.call(() -> Echo.ask(8080, PATIENCE))).isEqualTo("echo");
            relay.setFault(RelayFault.CUT);
            assertThat(balancer.call(() -> Echo.ask(8080, PATIENCE))).isEqualTo("closed");
            relay.setFault(RelayFault.BLACK_HOLE);
            assertThat(balancer.call(() -> Echo.ask(8080, A_WHILE))).isEqualTo("silence");
            relay.setFault(RelayFault.NONE);
            assertThat(balancer.call(() -> Echo.ask(8080, PATIENCE))).isEqualTo("echo");
        }
    }
}
