package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.reconcile.RevisionId;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelRule1RevisionOrderTest {
    private static final DesiredState STATE = ExampleMessage.state().build();
    private static final DesiredState OTHER = ExampleMessage.state()
            .addVips(ExampleMessage.vip(new UUID(2, 2), "10.0.0.101"))
            .build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private FakeControlPlane control;

    @SuppressWarnings("NullAway.Init")
    private ConnectedNode node;

    @BeforeEach
    void haveRevisionFiveOfEpochTwo() throws Exception {
        control = new FakeControlPlane();
        node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial();
        control.send(ExampleMessage.snapshot(2, 5, STATE).build());
        node.apply(FakeControlPlane.next(node.states));
        climbed(Stage.STAGE_RECEIVED);
        climbed(Stage.STAGE_APPLIED);
        climbed(Stage.STAGE_VERIFIED);
    }

    @AfterEach
    void close() {
        node.close();
        control.close();
    }

    @Test
    void aLowerRevisionIsRefused() throws Exception {
        control.send(ExampleMessage.snapshot(2, 4, OTHER).build());

        assertThat(climbed(Stage.STAGE_REJECTED).getErrors(0).getCode()).isEqualTo("LOWER_REVISION");
        assertThat(node.states).isEmpty();
    }

    @Test
    void aLowerEpochIsRefusedWhateverItsRevision() throws Exception {
        control.send(ExampleMessage.snapshot(1, 900, OTHER).build());

        assertThat(climbed(Stage.STAGE_REJECTED).getErrors(0).getCode()).isEqualTo("LOWER_REVISION");
        assertThat(node.states).isEmpty();
    }

    @Test
    void theSamePairWithAnotherHashIsRefused() throws Exception {
        control.send(ExampleMessage.snapshot(2, 5, OTHER).build());

        assertThat(climbed(Stage.STAGE_REJECTED).getErrors(0).getCode()).isEqualTo("OTHER_HASH_FOR_REVISION");
        assertThat(node.states).isEmpty();
    }

    @Test
    void aHigherEpochIsTakenWithALowerRevision() throws Exception {
        control.send(ExampleMessage.snapshot(3, 1, OTHER).build());

        assertThat(FakeControlPlane.next(node.states).id()).isEqualTo(new RevisionId(3, 1));
    }

    @Test
    void theSameStateAgainIsNotAppliedAgain() throws Exception {
        control.send(ExampleMessage.snapshot(2, 5, STATE).build());
        control.send(ExampleMessage.snapshot(2, 6, OTHER).build());

        assertThat(FakeControlPlane.next(node.states).id()).isEqualTo(new RevisionId(2, 6));
    }

    private AcknowledgeRequest climbed(Stage stage) throws InterruptedException {
        AcknowledgeRequest acknowledgement = FakeControlPlane.next(control.acknowledgements);
        assertThat(acknowledgement.getStage()).isEqualTo(stage);
        return acknowledgement;
    }
}
