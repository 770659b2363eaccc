package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.agent.forwarding.DesiredState.Vip;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.Backend;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.Stage;
import dev.carom.contract.v1.WatchRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelRule2And3WatchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private FakeControlPlane control;

    @SuppressWarnings("NullAway.Init")
    private ConnectedNode node;

    @BeforeEach
    void dial() throws Exception {
        control = new FakeControlPlane();
        node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial();
    }

    @AfterEach
    void close() {
        node.close();
        control.close();
    }

    @Test
    void channelRule2TheFirstWatchHasNothingAndTheNextCarriesWhatIsApplied() throws Exception {
        WatchRequest first = FakeControlPlane.next(control.watches);
        assertThat(first.hasHave()).isFalse();
        assertThat(FakeControlPlane.next(control.authorizations)).isEqualTo("Bearer carom_node_secret");

        control.send(
                ExampleMessage.snapshot(1, 7, ExampleMessage.state().build()).build());
        RevisionedState state = FakeControlPlane.next(node.states);
        node.apply(state);
        FakeControlPlane.next(control.acknowledgements);
        FakeControlPlane.next(control.acknowledgements);
        control.endStream("{}");

        WatchRequest second = FakeControlPlane.next(control.watches);
        assertThat(second.getHave().getRevision()).isEqualTo(7);
        assertThat(java.util.HexFormat.of().formatHex(second.getHash().toByteArray()))
                .isEqualTo(state.hash());
        assertThat(second.getBootId()).isEqualTo(first.getBootId());
        assertThat(Uuids.of(second.getNodeId())).isEqualTo(ExampleMessage.NODE);
    }

    @Test
    void channelRule3TheLadderIsClimbedInOrderWithTheHash() throws Exception {
        control.send(
                ExampleMessage.snapshot(1, 7, ExampleMessage.state().build()).build());
        RevisionedState state = FakeControlPlane.next(node.states);
        node.apply(state);

        for (Stage stage : new Stage[] {Stage.STAGE_RECEIVED, Stage.STAGE_APPLIED, Stage.STAGE_VERIFIED}) {
            AcknowledgeRequest rung = FakeControlPlane.next(control.acknowledgements);
            assertThat(rung.getStage()).isEqualTo(stage);
            assertThat(rung.getId().getRevision()).isEqualTo(7);
            assertThat(java.util.HexFormat.of().formatHex(rung.getHash().toByteArray()))
                    .isEqualTo(state.hash());
        }
    }

    @Test
    void channelRule3ABadResourceIsNamedAndNeverBlocksTheGoodOnes() throws Exception {
        UUID bad = new UUID(2, 66);
        DesiredState.Builder state = ExampleMessage.state();
        state.addVips(ExampleMessage.vip(bad, "10.0.0.101").setAddress(ByteString.copyFrom(new byte[5])));
        state.getPoolsBuilder(0)
                .addBackends(Backend.newBuilder()
                        .setId(Uuids.toBytes(new UUID(5, 66)))
                        .setAddress(ExampleMessage.address("10.0.0.12"))
                        .setKindValue(99));

        control.send(ExampleMessage.snapshot(1, 1, state.build()).build());
        RevisionedState received = FakeControlPlane.next(node.states);

        assertThat(received.desired().vips()).extracting(Vip::id).containsExactly(ExampleMessage.VIP);
        assertThat(received.desired().pools().getFirst().backends()).hasSize(1);
        assertThat(received.errors())
                .extracting(ResourceError::resource, ResourceError::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("vips/" + bad, "UNREADABLE"),
                        org.assertj.core.groups.Tuple.tuple("backends/" + new UUID(5, 66), "UNSUPPORTED_BY_NODE"));
        assertThat(FakeControlPlane.next(control.acknowledgements).getErrorsCount())
                .isEqualTo(2);
    }

    @Test
    void channelRule3BytesThatDoNotHaveTheirHashAreRejected() throws Exception {
        control.send(ExampleMessage.snapshot(1, 1, ExampleMessage.state().build())
                .setHash(ByteString.copyFrom(new byte[32]))
                .build());

        AcknowledgeRequest rejected = FakeControlPlane.next(control.acknowledgements);
        assertThat(rejected.getStage()).isEqualTo(Stage.STAGE_REJECTED);
        assertThat(rejected.getErrors(0).getCode()).isEqualTo("HASH_MISMATCH");
        assertThat(node.states).isEmpty();
    }

    @Test
    void channelRule3ARejectedRevisionIsNotTriedAgainUntilItChanges() throws Exception {
        DesiredState state = ExampleMessage.state().build();
        control.send(ExampleMessage.snapshot(1, 1, state).build());
        RevisionedState received = FakeControlPlane.next(node.states);
        node.controlPlane.outcomes().rejected(received, new ResourceError("", "NOT_APPLIED", "nft said no"));
        FakeControlPlane.next(control.acknowledgements);
        assertThat(FakeControlPlane.next(control.acknowledgements).getStage()).isEqualTo(Stage.STAGE_REJECTED);

        control.send(ExampleMessage.snapshot(1, 1, state).build());
        assertThat(FakeControlPlane.next(control.acknowledgements).getErrors(0).getCode())
                .isEqualTo("REFUSED_BEFORE");
        assertThat(node.states).isEmpty();

        control.send(ExampleMessage.snapshot(1, 2, state).build());
        assertThat(FakeControlPlane.next(node.states).id()).isEqualTo(new RevisionId(1, 2));
    }
}
