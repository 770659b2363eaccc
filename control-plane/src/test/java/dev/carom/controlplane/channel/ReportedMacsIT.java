package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a node says of its interfaces reaches its peers, and is no change of its configuration. */
class ReportedMacsIT extends ChannelTest {
    private static final Duration A_WHILE = Duration.ofMillis(1_500);
    private static final ByteString MAC = ByteString.fromHex("525400abcd01");

    @Test
    void thePeersOfANodeAreToldItsMacAddresses() throws Exception {
        Operator.Registered node = registered();
        String version = operator.get("nodes/" + node.id()).path("version").toString();
        FakeAgent agent = agent(node);
        try (WatchStream stream = agent.watch()) {
            Snapshot before = stream.nextSnapshot();
            assertThat(state(before).getNodes(0).getMacsList()).isEmpty();
            agent.acknowledge(before, Stage.STAGE_VERIFIED);

            agent.call("Report", report(1));
            Snapshot after = stream.nextSnapshot();

            assertThat(state(after).getNodes(0).getMacsList()).containsExactly(MAC);
            assertThat(after.getId().getRevision()).isGreaterThan(before.getId().getRevision());
            agent.acknowledge(after, Stage.STAGE_VERIFIED);
            agent.call("Report", report(2));
            assertThat(stream.poll(A_WHILE)).as("a repetition changes nothing").isNull();
        }
        assertThat(operator.get("nodes/" + node.id()).path("version").toString())
                .isEqualTo(version);
    }

    private static ReportRequest report(long sequence) {
        return ReportRequest.newBuilder()
                .setBootId(ByteString.copyFromUtf8("boot"))
                .setSequence(sequence)
                .addMacs(MAC)
                .build();
    }
}
