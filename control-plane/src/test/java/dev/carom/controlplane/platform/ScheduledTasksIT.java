package dev.carom.controlplane.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;

/** What is done again and again. */
@ControlPlaneTest
class ScheduledTasksIT {
    private static final Duration DELAY = Duration.ofMillis(10);

    @Autowired
    TaskScheduler scheduler;

    @Test
    void aTaskThatWaitsHoldsUpNoOther() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(3);
        CountDownLatch over = new CountDownLatch(1);
        var waiting = scheduler.scheduleWithFixedDelay(() -> await(over), DELAY);
        var other = scheduler.scheduleWithFixedDelay(ran::countDown, DELAY);
        try {
            assertThat(ran.await(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            over.countDown();
            waiting.cancel(false);
            other.cancel(false);
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
