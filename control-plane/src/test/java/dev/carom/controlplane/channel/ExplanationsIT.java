package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.ChosenBackend;
import dev.carom.contract.v1.ExplainOrder;
import dev.carom.contract.v1.Explanation;
import dev.carom.contract.v1.OtherBackend;
import dev.carom.contract.v1.ResourceError;
import dev.carom.contract.v1.RevisionId;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions about flows by REST, with an agent that answers as it is told. */
class ExplanationsIT extends ChannelTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BACKEND_MAC = "02:00:00:00:00:21";
    private static final String NODE_MAC = "02:00:00:00:00:11";
    private static final String ROUTER_MAC = "02:00:00:00:00:01";

    @Test
    void aQuestionGoesToTheOwnerOfTheVipAndItsAnswerComesBack() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        Operator.Service service = operator.service(vip);
        String address = operator.get("vips/" + vip).get("address").asString();
        HttpResponse<String> response = answered(
                node, () -> operator.ask("explain", flow("203.0.113.9", address, 40_000)), (command, answer) -> {
                    ExplainOrder order = ExplainOrder.parseFrom(command.getPayload());
                    assertThat(order.getSourcePort()).isEqualTo(40_000);
                    assertThat(order.getJustSeen()).isFalse();
                    return answer.setBytes(
                            explanation(order, vip, service).build().toByteString());
                });
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode explained = JSON.readTree(response.body());
        assertThat(explained.get("nodeId").asString()).isEqualTo(node.id());
        assertThat(explained.get("flow").get("destination").asString()).isEqualTo(address);
        assertThat(explained.get("outcome").asString()).isEqualTo("BY_HASH");
        assertThat(explained.get("slot").asInt()).isZero();
        assertThat(explained.get("listenerId").asString()).isEqualTo(service.listener());
        assertThat(explained.get("chosen").get("backendId").asString()).isEqualTo(service.backend());
        assertThat(explained.get("others").get(0).get("why").asString()).isEqualTo("TAKES_NONE");
        assertThat(explained.get("before").get("destinationMac").asString()).isEqualTo(NODE_MAC);
        assertThat(explained.get("before").hasNonNull("sourceMac")).isFalse();
        assertThat(explained.get("after").get("destinationMac").asString()).isEqualTo(BACKEND_MAC);
        assertThat(explained.get("revision").asLong()).isEqualTo(7);
    }

    @Test
    void aPacketPathShowsThreeStepsAndWhatOfThemIsInferred() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        Operator.Service service = operator.service(vip);
        HttpResponse<String> response =
                answered(node, () -> operator.look("vips/" + vip + "/packet-path"), (command, answer) -> {
                    ExplainOrder order = ExplainOrder.parseFrom(command.getPayload());
                    assertThat(order.getJustSeen()).isTrue();
                    Explanation.Builder seen = explanation(order, vip, service)
                            .setSource(address(203, 0, 113, 9))
                            .setSourcePort(40_000)
                            .setCameFromMac(mac(ROUTER_MAC));
                    return answer.setBytes(seen.build().toByteString());
                });
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode steps = JSON.readTree(response.body()).get("steps");
        assertThat(steps.findValuesAsString("sourceMac")).containsExactly(ROUTER_MAC, NODE_MAC, BACKEND_MAC);
        assertThat(steps.findValuesAsString("destinationMac")).containsExactly(NODE_MAC, BACKEND_MAC, ROUTER_MAC);
        assertThat(steps.get(0).get("inferred").size()).isZero();
        assertThat(steps.get(1).get("inferred").size()).isZero();
        assertThat(steps.get(2).get("inferred").toString()).contains("DESTINATION_MAC");
    }

    @Test
    void aNodeThatSawNothingIsNamedWithWhatItSays() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        HttpResponse<String> response = answered(
                node,
                () -> operator.look("vips/" + vip + "/packet-path"),
                (command, answer) -> answer.setError(
                        ResourceError.newBuilder().setCode("NOTHING_SEEN").setMessage("no packet came")));
        assertThat(response.statusCode()).isEqualTo(409);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("code").asString()).isEqualTo("NOTHING_SEEN");
        assertThat(problem.get("detail").asString())
                .startsWith("Node agents-node-")
                .contains("no packet came");
    }

    @Test
    void withoutAConnectedNodeItIsSaidWhichToStart() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        String address = operator.get("vips/" + vip).get("address").asString();
        HttpResponse<String> response = operator.ask("explain", flow("203.0.113.9", address, 40_000));
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("NO_NODE_CONNECTED", "Start carom-agent on agents-node-");
    }

    @Test
    void whatIsNoFlowToAVipIsRefusedWithThePlaceOfTheFault() throws Exception {
        assertThat(operator.ask("explain", flow("203.0.113.9", "172.20.255.254", 40_000))
                        .body())
                .contains("NOT_A_VIP", "/destination");
        HttpResponse<String> wrong = operator.ask("explain", flow("2001:db8::9", "172.20.255.254", 70_000));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("PORT_OUT_OF_RANGE", "/sourcePort", "ADDRESS_FAMILY_MISMATCH", "/source");
    }

    private static Explanation.Builder explanation(ExplainOrder order, String vip, Operator.Service service) {
        return Explanation.newBuilder()
                .setSource(order.getSource())
                .setDestination(order.getDestination())
                .setSourcePort(order.getSourcePort())
                .setDestinationPort(80)
                .setCameToMac(mac(NODE_MAC))
                .setOutcome("BY_HASH")
                .setOwned(true)
                .setVipId(id(vip))
                .setListenerId(id(service.listener()))
                .setPoolId(id(service.pool()))
                .setSlot(0)
                .setSlots(251)
                .setChosen(ChosenBackend.newBuilder()
                        .setBackendId(id(service.backend()))
                        .setName("web1")
                        .setDestinationMac(mac(BACKEND_MAC))
                        .setSourceMac(mac(NODE_MAC))
                        .setInterface("eth0"))
                .addOthers(OtherBackend.newBuilder()
                        .setBackendId(Ids.toBytes(UUID.randomUUID()))
                        .setName("web2")
                        .setWhy("TAKES_NONE"))
                .setId(RevisionId.newBuilder().setEpoch(1).setRevision(7));
    }

    private static String flow(String source, String destination, int port) {
        return """
                {"source": "%s", "destination": "%s", "sourcePort": %d, "destinationPort": 80}""".formatted(source, destination, port);
    }

    private static ByteString id(String id) {
        return Ids.toBytes(UUID.fromString(id));
    }

    private static ByteString mac(String mac) {
        return ByteString.copyFrom(HexFormat.ofDelimiter(":").parseHex(mac));
    }

    private static ByteString address(int... bytes) {
        byte[] address = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            address[i] = (byte) bytes[i];
        }
        return ByteString.copyFrom(address);
    }
}
