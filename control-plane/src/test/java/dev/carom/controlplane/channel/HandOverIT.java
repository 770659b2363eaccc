package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node's VIPs go to a peer that is there, or stay. */
class HandOverIT extends ChannelTest {
    @Test
    void theNextConnectedPeerTakesOver() throws Exception {
        String group = operator.nodeGroup();
        Operator.Registered first = operator.node(group);
        Operator.Registered away = operator.node(group);
        Operator.Registered there = operator.node(group);

        HttpResponse<String> refused = operator.act("nodes/" + first.id() + "/hand-over");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("NOBODY_TAKES_OVER");
        assertThat(priority(group, first)).isEqualTo(254);

        try (WatchStream stream = agent(there).watch()) {
            stream.nextSnapshot();
            assertThat(moved(first)).singleElement().satisfies(move -> {
                assertThat(move.get("vrid").asInt()).isEqualTo(1);
                assertThat(move.get("takenOverBy").asString()).isEqualTo(there.id());
            });
            assertThat(priority(group, there)).isEqualTo(254);
            assertThat(priority(group, away)).isEqualTo(244);
            assertThat(priority(group, first)).isEqualTo(234);
            assertThat(moved(first)).as("nothing is left to hand over").isEmpty();
        }
    }

    private JsonNode moved(Operator.Registered node) throws Exception {
        HttpResponse<String> answer = operator.act("nodes/" + node.id() + "/hand-over");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body()).get("moved");
    }

    private int priority(String group, Operator.Registered node) throws Exception {
        return operator.get("node-groups/" + group)
                .at("/virtualRouters/0/priorityByNode/" + node.id())
                .asInt();
    }
}
