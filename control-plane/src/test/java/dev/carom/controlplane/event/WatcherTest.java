package dev.carom.controlplane.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits for one client: in order, once, and never more than the bound. */
class WatcherTest {
    private final Watcher watcher = new Watcher(Set.of("vips/a"));

    @Test
    void tellsInOrderAndOnce() throws InterruptedException {
        watcher.tell(told(4L));
        watcher.skipTo(4);
        watcher.tell(told(4L));
        watcher.tell(told(5L));
        watcher.tell(told(null));
        assertThat(next()).isEqualTo(new Watcher.Next.Tell(told(5L)));
        assertThat(next()).isEqualTo(new Watcher.Next.Tell(told(null)));
        assertThat(next()).isEqualTo(new Watcher.Next.Quiet());
    }

    @Test
    void whoReadsTooSlowlyIsBehindForGoodAndHoldsNothing() throws InterruptedException {
        for (long id = 1; id <= Watcher.MOST + 1; id++) {
            watcher.tell(told(id));
        }
        assertThat(next()).isEqualTo(new Watcher.Next.Behind());
        watcher.tell(told((long) Watcher.MOST + 2));
        assertThat(next()).isEqualTo(new Watcher.Next.Behind());
    }

    @Test
    void endsOnceWhatWaitsIsTold() throws InterruptedException {
        watcher.tell(told(1L));
        watcher.end();
        assertThat(next()).isEqualTo(new Watcher.Next.Tell(told(1L)));
        assertThat(next()).isEqualTo(new Watcher.Next.Ended());
    }

    private Watcher.Next next() throws InterruptedException {
        return watcher.await(Duration.ofMillis(1));
    }

    private static Told told(@Nullable Long id) {
        return new Told(id, "vip.changed", "vip", new UUID(0, 1), "{}");
    }
}
