package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private final RecordingNode node = new RecordingNode();
    private final Mailbox mailbox = new Mailbox();
    private final Reconciler reconciler = new Reconciler(
            mailbox,
            new Convergence(
                    new Convergence.Surroundings(
                            Example.IDENTITY, node, node, node, node, new Findings(Clock.systemUTC(), () -> {})),
                    Clock.systemUTC(),
                    System::nanoTime),
            System::nanoTime);

    @Test
    void channelRule5TheStateFromTheDiskIsAppliedByTheTimeTheFirstStepIsAwaited() throws InterruptedException {
        mailbox.post(new Event.StateReceived(Example.revision(7, 254)));
        reconciler.start();
        reconciler.awaitFirstStep();

        assertThat(node.story).contains("applied 1.7");
        reconciler.close();
    }

    @Test
    void stoppingHandsOverWhatWasOwned() throws InterruptedException {
        mailbox.post(new Event.StateReceived(Example.revision(1, 254)));
        mailbox.post(new Event.NeighborLearned(Example.FIRST, Example.FIRST_MAC));
        mailbox.post(new Event.NeighborLearned(Example.SECOND, Example.SECOND_MAC));
        reconciler.start();
        reconciler.awaitFirstStep();

        reconciler.close();

        assertThat(reconciler.isAlive()).isFalse();
        assertThat(node.table.ownedVips()).isEmpty();
        assertThat(reconciler.running().announced()).isEmpty();
    }

    @Test
    void aBatchHoldsAllThatWaits() throws InterruptedException {
        List<Event> posted = List.of(new Event.RoleChanged(false), new Event.RoleChanged(true));
        posted.forEach(mailbox::post);

        assertThat(mailbox.take(0)).isEqualTo(posted);
        assertThat(mailbox.take(Duration.ofMillis(1).toNanos())).isEmpty();
    }
}
