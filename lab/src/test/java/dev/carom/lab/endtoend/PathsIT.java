package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.deployment.ServicePlan.Part;
import dev.carom.lab.topology.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Debian's ping and traceroute see a VIP as they see a host. */
@EndToEnd
class PathsIT {
    private static BothFamilies services;
    private static Host client;

    @BeforeAll
    static void start(Deployment deployment) {
        client = deployment.lab().host(HostName.CLIENT);
        services = BothFamilies.start(family -> RunningService.start(
                deployment,
                new ServicePlan(family.named("paths"), family.vip(173), 80, RunningService.EQUAL)
                        .with(Part.VIP, Map.of("unmatchedPortPolicy", "REJECT"))));
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    /** The last size, with its headers, fills a frame of IPv6. */
    @ParameterizedTest
    @CsvSource({"IPV4,0", "IPV4,56", "IPV4,1472", "IPV6,0", "IPV6,56", "IPV6,1452"})
    void pingsAreAllAnswered(Family family, String size) {
        String report = client.require("ping", "-n", "-c", "5", "-i", "0.2", "-s", size, vip(family));

        assertThat(report).contains("5 packets transmitted, 5 received, 0% packet loss");
        assertThat(report).doesNotContain("DUP!").doesNotContain("wrong");
    }

    @ParameterizedTest
    @EnumSource
    void traceOfUdpEndsAtTheVipThatRefusesThePort(Family family) {
        assertThat(hops(family)).containsExactly(router(family), vip(family));
    }

    @ParameterizedTest
    @EnumSource
    void traceOfEchoesEndsAtTheVip(Family family) {
        assertThat(hops(family, "--icmp")).containsExactly(router(family), vip(family));
    }

    @ParameterizedTest
    @EnumSource
    void traceOfTcpEndsAtTheServiceOfTheVip(Family family) {
        assertThat(hops(family, "--tcp", "--port=80")).containsExactly(router(family), vip(family));
    }

    /** Who answered at each distance; a star where nobody did. */
    private static List<String> hops(Family family, String... options) {
        List<String> command = new ArrayList<>(List.of("traceroute", "-n", "--queries=1", "--max-hops=4", "--wait=3"));
        command.addAll(List.of(options));
        command.add(vip(family));
        return client.require(command.toArray(String[]::new))
                .lines()
                .skip(1)
                .map(line -> line.strip().split(" +")[1])
                .toList();
    }

    private static String router(Family family) {
        return family == Family.IPV4 ? "198.51.100.1" : "2001:db8:2::1";
    }

    private static String vip(Family family) {
        return services.of(family).vip();
    }
}
