package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.RevisionId;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Stage;
import dev.carom.controlplane.rollout.DatabaseHistory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 1 of the channel, the server's side: agents know of a state that the database does not. */
class DatabaseWentBackIT extends ChannelTest {
    private static final Duration A_WHILE = Duration.ofMillis(1_500);

    private static final Snapshot FROM_A_LATER_DATABASE = Snapshot.newBuilder()
            .setId(RevisionId.newBuilder().setEpoch(1).setRevision(1_000_000))
            .setHash(ByteString.copyFrom(new byte[32]))
            .build();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseHistory history;

    @AfterEach
    void settle() throws InterruptedException {
        jdbc.sql("update finding set closed_at = now() where closed_at is null").update();
        jdbc.sql("select pg_notify('carom_rollout', '')")
                .query((row, number) -> true)
                .single();
        while (history.wentBack()) {
            Thread.sleep(10);
        }
    }

    @Test
    void rule1_aPairAboveTheDatabasesStopsPushesForAllGroups() throws Exception {
        Operator.Registered node = registered();
        Operator.Registered bystander = registered();
        try (WatchStream watching = agent(bystander).watch()) {
            agent(bystander).acknowledge(watching.nextSnapshot(), Stage.STAGE_VERIFIED);
            try (WatchStream stream = agent(node).watch(FROM_A_LATER_DATABASE)) {
                assertThat(stream.poll(A_WHILE)).as("nothing is pushed to it").isNull();
                operator.vip(bystander.nodeGroupId());
                assertThat(watching.poll(A_WHILE)).as("nor to another group").isNull();
            }
        }
        assertFinding(node);
    }

    @Test
    void rule1_theSamePairWithAnotherHashStopsPushes() throws Exception {
        Operator.Registered node = registered();
        Snapshot snapshot;
        try (WatchStream stream = agent(node).watch()) {
            snapshot = stream.nextSnapshot();
        }
        Snapshot other =
                snapshot.toBuilder().setHash(ByteString.copyFrom(new byte[32])).build();
        agent(node).acknowledge(other, Stage.STAGE_VERIFIED);
        assertThat(history.wentBack()).isTrue();
        assertFinding(node);
    }

    @Test
    void rule1_aLowerPairIsJustOldAndIsServed() throws Exception {
        Operator.Registered node = registered();
        Snapshot old = Snapshot.newBuilder()
                .setId(RevisionId.newBuilder().setEpoch(1).setRevision(0))
                .setHash(ByteString.copyFrom(new byte[32]))
                .build();
        try (WatchStream stream = agent(node).watch(old)) {
            assertThat(stream.nextSnapshot().getId().getRevision()).isPositive();
        }
        assertThat(history.wentBack()).isFalse();
    }

    private void assertFinding(Operator.Registered node) throws Exception {
        // Agents of other tests may have reported findings of their own.
        var went = operator.get("findings")
                .path("items")
                .valueStream()
                .filter(each -> each.path("code").asString().equals("DATABASE_WENT_BACK"))
                .toList();
        assertThat(went).hasSize(1);
        var finding = went.getFirst();
        assertThat(finding.path("resource").asString()).isEqualTo("nodes/" + node.id());
        assertThat(finding.path("evidence").asString()).contains("and the database has");
    }
}
