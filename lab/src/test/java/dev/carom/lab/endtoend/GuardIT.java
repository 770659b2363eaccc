package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever flushes the balancer's nftables takes the guard of the VIPs along; the agent puts it back. */
@EndToEnd
class GuardIT {
    private static final Duration MENDED_WITHIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    @ParameterizedTest
    @EnumSource
    void strangersFlushIsMendedWithinASecondWhileTrafficGoesOn(Family family, Deployment deployment) {
        Host balancer = deployment.lab().host(HostName.LB1);
        try (RunningService running =
                        RunningService.start(deployment, family.named("guard"), family.vip(181), RunningService.EQUAL);
                SteadyTraffic traffic = SteadyTraffic.start(running.client(), PATIENCE)) {
            assertThat(guards(balancer, running.vip())).isTrue();

            balancer.require("nft", "flush", "ruleset");
            Duration mended = Waiting.untilTrue(
                    "the guard to be back", Duration.ofSeconds(30), () -> guards(balancer, running.vip()));

            assertThat(mended).isLessThan(MENDED_WITHIN);
            assertThat(traffic.stop()).isEmpty();
            assertThat(Findings.await(deployment, "TAMPERED", "")
                            .get("evidence")
                            .asString())
                    .contains("made good");
        }
    }

    private static boolean guards(Host balancer, String vip) {
        return balancer.run("nft", "list", "table", "netdev", "carom").out().contains(vip);
    }
}
