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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rule 1 of the channel, the server's side: agents know of a state that the database does not. */
class DatabaseWentBackIT extends ChannelTest {
    private static final Duration A_WHILE = Duration.ofMillis(1_500);

    /** Tests before may have begun an epoch. */
    private Snapshot fromALaterDatabase() {
        return Snapshot.newBuilder()
                .setId(RevisionId.newBuilder().setEpoch(epoch()).setRevision(1_000_000))
                .setHash(ByteString.copyFrom(new byte[32]))
                .build();
    }

    private long epoch() {
        return jdbc.sql("select epoch from configuration").query(Long.class).single();
    }

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseHistory history;

    @AfterEach
    void settle() throws InterruptedException {
        jdbc.sql("delete from node_ahead").update();
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
            try (WatchStream stream = agent(node).watch(fromALaterDatabase())) {
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
                .setId(RevisionId.newBuilder().setEpoch(epoch()).setRevision(0))
                .setHash(ByteString.copyFrom(new byte[32]))
                .build();
        try (WatchStream stream = agent(node).watch(old)) {
            assertThat(stream.nextSnapshot().getId().getRevision()).isPositive();
        }
        assertThat(history.wentBack()).isFalse();
    }

    @Test
    void rule1_whoAdoptsTheDatabaseSendsItToAllNodesInANewEpoch() throws Exception {
        Operator.Registered node = registered();
        Operator.Registered bystander = registered();
        assertThat(operator.refused("config/adopt")).isEqualTo("DATABASE_IS_CURRENT");
        long before = epoch();
        try (WatchStream watching = agent(bystander).watch();
                WatchStream stream = agent(node).watch(fromALaterDatabase())) {
            agent(bystander).acknowledge(watching.nextSnapshot(), Stage.STAGE_VERIFIED);
            assertFinding(node);
            JsonNode plan =
                    JSON.readTree(operator.act("config/adopt?dryRun=true").body());
            assertThat(plan.get("epoch").asLong()).isEqualTo(before + 1);
            assertThat(plan.at("/nodes/0/nodeId").asString()).isEqualTo(node.id());
            assertThat(plan.at("/nodes/0/revision").asLong()).isEqualTo(1_000_000);
            assertThat(epoch()).as("only asked for").isEqualTo(before);

            JsonNode adopted = JSON.readTree(operator.act("config/adopt").body());
            assertThat(adopted.get("epoch").asLong()).isEqualTo(before + 1);
            Snapshot taken = stream.nextSnapshot();
            assertThat(taken.getId().getEpoch()).isEqualTo(before + 1);
            assertThat(taken.getId().getRevision())
                    .isEqualTo(adopted.get("revision").asLong());
            assertThat(watching.nextSnapshot().getId())
                    .as("the same pair for all groups")
                    .isEqualTo(taken.getId());
            agent(node).acknowledge(taken, Stage.STAGE_VERIFIED);
            operator.vip(node.nodeGroupId());
            assertThat(stream.nextSnapshot().getId().getEpoch()).isEqualTo(before + 1);
        }
        assertThat(history.wentBack()).isFalse();
        assertThat(operator.refused("config/adopt")).isEqualTo("DATABASE_IS_CURRENT");
        JsonNode deed =
                operator.get("audit?filter=action=ADOPTED&sort=-id&limit=1").at("/items/0");
        assertThat(deed.get("resourceName").asString()).isEqualTo("epoch " + epoch());
        assertThat(operator.get("events?filter=type=finding.closed&sort=-id&limit=1")
                        .at("/items/0/summary")
                        .asString())
                .startsWith("DATABASE_WENT_BACK");
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
