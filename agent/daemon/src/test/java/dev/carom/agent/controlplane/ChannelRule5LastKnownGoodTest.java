package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.contract.v1.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelRule5LastKnownGoodTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Findings findings = new Findings(Clock.systemUTC(), () -> {});

    @Test
    void itIsOnDiskBeforeAppliedIsTold() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial()) {
            control.send(ExampleMessage.snapshot(1, 7, ExampleMessage.state().build())
                    .build());
            node.apply(FakeControlPlane.next(node.states));
            FakeControlPlane.next(control.acknowledgements);

            assertThat(FakeControlPlane.next(control.acknowledgements).getStage())
                    .isEqualTo(Stage.STAGE_APPLIED);
            assertThat(directory.resolve("state-7.bin")).exists();
        }
    }

    @Test
    void theNextStartHasItWithoutAControlPlaneAndTellsTheLadderLater() throws Exception {
        files().save(ExampleMessage.received(1, 7, ExampleMessage.state().build()));
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url())) {
            var stored = node.controlPlane.lastKnownGood().orElseThrow();
            assertThat(stored.id()).isEqualTo(new RevisionId(1, 7));
            assertThat(stored.desired().vips()).hasSize(1);
            node.apply(stored);
            node.dial();
            control.sendUpToDate();
            assertThat(FakeControlPlane.next(control.watches).getHave().getRevision())
                    .isEqualTo(7);

            assertThat(FakeControlPlane.next(control.acknowledgements).getStage())
                    .isEqualTo(Stage.STAGE_APPLIED);
            assertThat(FakeControlPlane.next(control.acknowledgements).getStage())
                    .isEqualTo(Stage.STAGE_VERIFIED);
        }
    }

    @Test
    void aFileCutShortAtAnyByteFallsBackToTheOneBefore() throws Exception {
        files().save(ExampleMessage.received(1, 1, ExampleMessage.state().build()));
        files().save(ExampleMessage.received(1, 2, ExampleMessage.state().build()));
        Path newest = directory.resolve("state-2.bin");
        byte[] whole = Files.readAllBytes(newest);

        for (int length = 0; length < whole.length; length++) {
            Files.write(newest, Arrays.copyOf(whole, length));
            assertThat(files().newest()).map(ReceivedState::id).contains(new RevisionId(1, 1));
        }
        assertThat(findings.snapshot()).extracting(Finding::code).containsExactly(FindingCode.STATE_FILE_CORRUPT);
    }

    @Test
    void aFlippedBitAnywhereFallsBackToTheOneBefore() throws Exception {
        files().save(ExampleMessage.received(1, 1, ExampleMessage.state().build()));
        files().save(ExampleMessage.received(1, 2, ExampleMessage.state().build()));
        Path newest = directory.resolve("state-2.bin");
        byte[] whole = Files.readAllBytes(newest);

        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x10;
            Files.write(newest, flipped);
            assertThat(files().newest()).map(ReceivedState::id).contains(new RevisionId(1, 1));
        }
    }

    @Test
    void anAgentKilledWhileWritingLeavesTheOneBeforeAndWritesTheNext() throws Exception {
        files().save(ExampleMessage.received(1, 1, ExampleMessage.state().build()));
        Files.write(directory.resolve("state.tmp"), new byte[100]);

        assertThat(files().newest()).map(ReceivedState::id).contains(new RevisionId(1, 1));
        files().save(ExampleMessage.received(1, 2, ExampleMessage.state().build()));
        assertThat(files().newest()).map(ReceivedState::id).contains(new RevisionId(1, 2));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void theLastThreeAreKeptByEpochBeforeRevision() throws Exception {
        for (long revision = 10; revision < 15; revision++) {
            files().save(ExampleMessage.received(
                    1, revision, ExampleMessage.state().build()));
        }
        files().save(ExampleMessage.received(2, 3, ExampleMessage.state().build()));
        files().removeAllButNewest();

        try (Stream<Path> kept = Files.list(directory)) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("state-13.bin", "state-14.bin", "state-3.bin");
        }
        assertThat(files().newest()).map(ReceivedState::id).contains(new RevisionId(2, 3));
    }

    @Test
    void aDiskThatCannotBeWrittenIsAFindingAndStopsNothing() throws Exception {
        Path lost = directory.resolve("lost");
        Files.createDirectory(lost);
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(lost, Duration.ofSeconds(10), control.url()).dial()) {
            Files.delete(lost);
            control.send(ExampleMessage.snapshot(1, 7, ExampleMessage.state().build())
                    .build());
            node.apply(FakeControlPlane.next(node.states));

            assertThat(FakeControlPlane.next(control.acknowledgements).getStage())
                    .isEqualTo(Stage.STAGE_RECEIVED);
            assertThat(FakeControlPlane.next(control.acknowledgements).getStage())
                    .isEqualTo(Stage.STAGE_APPLIED);
            assertThat(node.findings.snapshot())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.STATE_FILE_UNWRITABLE);
        }
    }

    private StateFiles files() {
        return new StateFiles(directory, findings);
    }
}
