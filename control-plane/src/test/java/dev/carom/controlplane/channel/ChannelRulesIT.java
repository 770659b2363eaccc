package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.Engine;
import dev.carom.contract.v1.EngineMode;
import dev.carom.contract.v1.Finding;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.ResourceError;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Stage;
import dev.carom.controlplane.rollout.Hash;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the channel, as an agent sees them. */
class ChannelRulesIT extends ChannelTest {
    private static final Duration A_WHILE = Duration.ofMillis(1_500);

    @Test
    void rule2_theFirstMessageIsAWholeSnapshotForWhoHasNothing() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        try (WatchStream stream = agent(node).watch()) {
            Snapshot snapshot = stream.nextSnapshot();
            while (state(snapshot).getVipsCount() == 0) {
                agent(node).acknowledge(snapshot, Stage.STAGE_RECEIVED);
                snapshot = stream.nextSnapshot();
            }
            assertThat(state(snapshot).getVips(0).getId()).isEqualTo(Ids.toBytes(UUID.fromString(vip)));
            assertThat(Hash.of(unpacked(snapshot)).toBytes())
                    .isEqualTo(snapshot.getHash().toByteArray());
        }
    }

    @Test
    void rule2_theFirstMessageIsUpToDateForWhoHasIt() throws Exception {
        Operator.Registered node = registered();
        Snapshot held;
        try (WatchStream stream = agent(node).watch()) {
            held = stream.nextSnapshot();
        }
        try (WatchStream stream = agent(node).watch(held)) {
            assertThat(stream.next().hasUpToDate()).isTrue();
        }
    }

    @Test
    void rule2_oneSnapshotIsInFlightAndTheNewestFollowsNotTheHistory() throws Exception {
        Operator.Registered node = registered();
        try (WatchStream stream = agent(node).watch()) {
            Snapshot first = stream.nextSnapshot();
            for (int i = 0; i < 10; i++) {
                operator.vip(node.nodeGroupId());
            }
            int snapshots = 0;
            Snapshot latest = first;
            while (state(latest).getVipsCount() < 10) {
                agent(node).acknowledge(latest, Stage.STAGE_RECEIVED);
                latest = stream.nextSnapshot();
                snapshots++;
            }
            assertThat(latest.getId().getRevision())
                    .isGreaterThanOrEqualTo(first.getId().getRevision() + 10);
            assertThat(snapshots).as("snapshots for ten changes").isLessThan(10);
        }
    }

    @Test
    void rule2_aGroupThatARevisionLeavesAloneHearsNothing() throws Exception {
        Operator.Registered node = registered();
        String elsewhere = operator.nodeGroup();
        try (WatchStream stream = agent(node).watch()) {
            Snapshot snapshot = stream.nextSnapshot();
            agent(node).acknowledge(snapshot, Stage.STAGE_VERIFIED);
            operator.vip(elsewhere);
            assertThat(stream.poll(A_WHILE)).isNull();
        }
    }

    @Test
    void rule2_aNewStreamOfANodeEndsItsOldOne() throws Exception {
        Operator.Registered node = registered();
        try (WatchStream old = agent(node).watch()) {
            old.nextSnapshot();
            try (WatchStream current = agent(node).watch()) {
                current.nextSnapshot();
                assertThat(old.ending()).isEqualTo("{}");
            }
        }
    }

    @Test
    void rule3_theLadderIsShownPerNode() throws Exception {
        Operator.Registered node = registered();
        FakeAgent agent = agent(node);
        try (WatchStream stream = agent.watch()) {
            Snapshot snapshot = stream.nextSnapshot();
            long revision = snapshot.getId().getRevision();
            agent.acknowledge(snapshot, Stage.STAGE_RECEIVED);
            assertThat(operator.get("nodes/" + node.id()).path("connected").asBoolean())
                    .isTrue();
            assertThat(revision(node, "receivedRevision")).isEqualTo(revision);
            assertThat(revision(node, "appliedRevision")).isZero();
            agent.acknowledge(snapshot, Stage.STAGE_VERIFIED);
            assertThat(revision(node, "appliedRevision")).isEqualTo(revision);
            assertThat(revision(node, "verifiedRevision")).isEqualTo(revision);
            agent.acknowledge(snapshot, Stage.STAGE_RECEIVED);
            assertThat(revision(node, "verifiedRevision"))
                    .as("what comes late takes nothing back")
                    .isEqualTo(revision);
        }
    }

    @Test
    void rule3_aRejectedRevisionIsNotSentAgainUntilItChanges() throws Exception {
        Operator.Registered node = registered();
        FakeAgent agent = agent(node);
        Snapshot refused;
        try (WatchStream stream = agent.watch()) {
            refused = stream.nextSnapshot();
            agent.acknowledge(AcknowledgeRequest.newBuilder()
                    .setId(refused.getId())
                    .setHash(refused.getHash())
                    .setStage(Stage.STAGE_REJECTED)
                    .addErrors(ResourceError.newBuilder()
                            .setResource("vips/1")
                            .setCode("NOT_APPLIED")
                            .setMessage("no interface"))
                    .build());
        }
        try (WatchStream stream = agent.watch()) {
            assertThat(stream.next().hasUpToDate()).isTrue();
            assertThat(revision(node, "rejectedRevision"))
                    .isEqualTo(refused.getId().getRevision());
            assertThat(operator.get("nodes/" + node.id())
                            .path("errors")
                            .path(0)
                            .path("message")
                            .asString())
                    .isEqualTo("no interface");
            operator.vip(node.nodeGroupId());
            assertThat(stream.nextSnapshot().getId().getRevision())
                    .isGreaterThan(refused.getId().getRevision());
        }
    }

    @Test
    void rule4_theServerShowsThatItLives() throws Exception {
        Operator.Registered node = registered();
        try (WatchStream stream = agent(node).watch()) {
            assertThat(stream.nextHeartbeat().hasHeartbeat()).isTrue();
        }
    }

    @Test
    void rule5_anAgentThatComesBackWithLessThanItHadIsBelievedAndServed() throws Exception {
        Operator.Registered node = registered();
        FakeAgent agent = agent(node);
        try (WatchStream stream = agent.watch()) {
            agent.acknowledge(stream.nextSnapshot(), Stage.STAGE_VERIFIED);
        }
        try (WatchStream stream = agent.watch()) {
            stream.nextSnapshot();
            assertThat(revision(node, "verifiedRevision"))
                    .as("its disk was lost")
                    .isZero();
        }
    }

    @Test
    void rule6_aReportIsKeptWithItsAgeAndALateOneIsIgnored() throws Exception {
        Operator.Registered node = registered();
        FakeAgent agent = agent(node);
        assertThat(agent.call("Report", report(2, EngineMode.ENGINE_MODE_XDP_NATIVE))
                        .statusCode())
                .isEqualTo(200);
        assertThat(agent.call("Report", report(1, EngineMode.ENGINE_MODE_PCAP)).statusCode())
                .isEqualTo(200);
        var shown = operator.get("nodes/" + node.id());
        assertThat(shown.path("engines").path(0).path("mode").asString()).isEqualTo("XDP_NATIVE");
        assertThat(shown.path("reportedAt").asString()).isNotEmpty();
        assertThat(operator.get("findings").toString()).contains("vips/of-report", "FOREIGN_OWNER");
    }

    @Test
    void rule9_aNodeSpeaksForItselfAlone() throws Exception {
        Operator.Registered node = registered();
        Operator.Registered other = registered();
        var response = agent(node)
                .call(
                        "Acknowledge",
                        AcknowledgeRequest.newBuilder()
                                .setNodeId(Ids.toBytes(UUID.fromString(other.id())))
                                .setStage(Stage.STAGE_VERIFIED)
                                .build());
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"code\":\"permission_denied\"");
    }

    @Test
    void rule9_nothingIsServedWithoutANodesToken() throws Exception {
        FakeAgent stranger = new FakeAgent(client, port, "carom_node_guessed");
        assertThat(stranger.call("Report", ReportRequest.getDefaultInstance()).statusCode())
                .isEqualTo(401);
        try (WatchStream stream = stranger.watch()) {
            assertThat(stream.ending()).contains("\"code\":\"unauthenticated\"");
        }
    }

    @Test
    void rule9_theStreamOfADeletedNodeEnds() throws Exception {
        Operator.Registered node = registered();
        try (WatchStream stream = agent(node).watch()) {
            stream.nextSnapshot();
            operator.remove("nodes/" + node.id());
            assertThat(stream.ending()).contains("\"code\":\"unauthenticated\"");
        }
    }

    private long revision(Operator.Registered node, String rung) throws Exception {
        return operator.get("nodes/" + node.id()).path(rung).asLong(0);
    }

    private static ReportRequest report(long sequence, EngineMode mode) {
        return ReportRequest.newBuilder()
                .setBootId(ByteString.copyFromUtf8("boot"))
                .setSequence(sequence)
                .addEngines(
                        Engine.newBuilder().setInterface("eth0").setMode(mode).setReady(true))
                .addFindings(Finding.newBuilder()
                        .setCode("FOREIGN_OWNER")
                        .setResource("vips/of-report")
                        .setSummary("Somebody else answers for the VIP."))
                .build();
    }
}
