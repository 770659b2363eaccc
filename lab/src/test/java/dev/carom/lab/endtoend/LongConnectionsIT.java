package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.client.Crowd;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand connections stand for minutes while their pools change all the time: none is lost and none moves. */
@EndToEnd
@Tag("slow")
class LongConnectionsIT {
    private static final Duration TIME = Duration.ofMinutes(4);
    private static final int OF_EACH_FAMILY = 5_000;

    @Test
    void tenThousandStayOnTheirBackendsWhilePoolsChange(Deployment deployment) throws IOException {
        try (BothFamilies services = BothFamilies.start(family ->
                        RunningService.start(deployment, family.named("long"), family.vip(185), RunningService.EQUAL));
                Crowd ipv4 = Crowd.open(services.ipv4().client(), OF_EACH_FAMILY);
                Crowd ipv6 = Crowd.open(services.ipv6().client(), OF_EACH_FAMILY)) {
            List<String> first4 = ipv4.whoAnswers();
            List<String> first6 = ipv6.whoAnswers();
            assertThat(first4).contains("backend1", "backend2", "backend3");
            assertThat(first6).contains("backend1", "backend2", "backend3");

            long start = System.nanoTime();
            int round = 0;
            for (; System.nanoTime() - start < TIME.toNanos(); round++) {
                change(services.ipv4(), round);
                change(services.ipv6(), round);
                assertThat(ipv4.whoAnswers()).isEqualTo(first4);
                assertThat(ipv6.whoAnswers()).isEqualTo(first6);
            }

            assertThat(round).isPositive();
            write(round, deployment.agent(HostName.LB1).metrics().flows());
        }
    }

    /** Weights up and down, and each backend in turn drained and taken back. */
    private static void change(RunningService running, int round) {
        HostName backend = HostName.backends().get(round / 2 % 3);
        Map<String, ?> fields = round % 2 == 0
                ? Map.of("weight", 1 + round % 256, "adminState", "DRAINING")
                : Map.of("adminState", "ENABLED");
        running.api().change("backends/" + running.service().backendId(backend), fields);
        running.deployment().awaitRollout();
    }

    /** For the report of the slow tests. */
    private static void write(int rounds, long flows) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "evidence")).resolve("long-connections.md");
        Files.writeString(file, """
                ## Ten thousand connections while their pools change

                %,d TCP connections of IPv4 and as many of IPv6 through one balancer, for %d minutes.

                | changes of the table | requests | connections lost | connections moved | flows remembered at the end |
                |---|---|---|---|---|
                | %,d | %,d | 0 | 0 | %,d |
                """.formatted(
                        OF_EACH_FAMILY, TIME.toMinutes(), 2 * rounds, 2L * OF_EACH_FAMILY * (rounds + 1), flows));
    }
}
