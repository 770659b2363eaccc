package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.linux.PolicyRoutes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TcpLoopTest {
    private static final int LOOPS = 300;

    private final Round round = new RoundPlan(Map.of(), monitor -> Prober.CONNECTION, Clock.systemUTC())
            .follow(List.of(RoundPlanTest.check(1, MonitorPath.DSR)))
            .values()
            .iterator()
            .next();

    /** Its descriptors are somebody else's then: a write would fail, or reach them. */
    @Test
    void whoStartsARoundWhileItClosesWakesNobody() throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < LOOPS; i++) {
            TcpLoop loop =
                    new TcpLoop(new Doubts(new Steerer(new PolicyRoutes()), new ProbePaths()), new SourcePorts());
            loop.open(any -> OptionalLong.empty());
            Thread starting = Thread.ofPlatform().start(() -> start(loop, failure));
            loop.close();
            starting.join();
        }
        assertThat(failure.get()).isNull();
    }

    private void start(TcpLoop loop, AtomicReference<@Nullable Throwable> failure) {
        long never = System.nanoTime() + Long.MAX_VALUE / 4;
        try {
            for (int i = 0; i < 2_000; i++) {
                loop.startAt(round, never);
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }
}
