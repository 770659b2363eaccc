package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.channel.connect.ConnectException;
import dev.carom.controlplane.command.CommandKind;
import dev.carom.controlplane.command.OpenStreams.Delivery;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenWatchesTest {
    private static final UUID GROUP = new UUID(0, 1);
    private static final Delivery ORDER =
            new Delivery(new UUID(0, 9), CommandKind.RESYNC, new byte[0], Duration.ofSeconds(5));

    private final OpenWatches watches = new OpenWatches();

    @BeforeEach
    void start() {
        watches.start();
    }

    @Test
    void rule4_shuttingDownTellsEveryStreamAndTakesNoNewOne() {
        Watch one = watches.open(node(1));
        Watch other = watches.open(node(2));
        watches.stop();
        assertThat(one.ending()).isEqualTo(Watch.Ending.SHUTDOWN);
        assertThat(other.ending()).isEqualTo(Watch.Ending.SHUTDOWN);
        assertThatThrownBy(() -> watches.open(node(3)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("shutting down");
    }

    @Test
    void theJitterGrowsWithTheStreamsAndEndsAtThirtySeconds() {
        watches.open(node(1));
        assertThat(watches.jitter()).isEqualTo(Duration.ofMillis(200));
        for (int number = 2; number <= 100; number++) {
            watches.open(node(number));
        }
        assertThat(watches.jitter()).isEqualTo(Duration.ofSeconds(2));
        for (int number = 101; number <= 2_000; number++) {
            watches.open(node(number));
        }
        assertThat(watches.jitter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aStreamThatWasSupersededDoesNotCloseItsSuccessor() {
        Watch old = watches.open(node(1));
        Watch current = watches.open(node(1));
        assertThat(old.ending()).isEqualTo(Watch.Ending.SUPERSEDED);
        watches.close(old);
        watches.stop();
        assertThat(current.ending()).isEqualTo(Watch.Ending.SHUTDOWN);
    }

    @Test
    void anOrderForAStreamThatWasSupersededIsNotSentOnItsSuccessor() {
        Watch old = watches.open(node(1));
        Watch current = watches.open(node(1));
        watches.send(new UUID(0, 1), old.id(), ORDER);
        assertThat(current.nextCommand()).as("it is claimed for this one too").isNull();
        watches.send(new UUID(0, 1), current.id(), ORDER);
        assertThat(current.nextCommand()).isNotNull();
    }

    private static AuthenticatedNode node(int number) {
        return new AuthenticatedNode(new UUID(0, number), GROUP);
    }
}
