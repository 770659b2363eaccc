package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.BackendShare;
import dev.carom.contract.v1.Forecast;
import dev.carom.contract.v1.WhatIfOrder;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes that are asked about before they are made, with an agent that answers as it is told. */
class WhatIfIT extends ChannelTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void changesGoToTheOwnerAndTheSharesComeBack() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        Operator.Service service = operator.service(vip);
        HttpResponse<String> response = answered(
                node,
                () -> operator.ask("explain/what-if", """
                        {"vipId": "%s", "changes": [
                          {"backendId": "%s", "adminState": "DRAINING", "weight": 0},
                          {"poolId": "%s", "address": "172.20.201.7", "weight": 3}]}""".formatted(vip, service.backend(), service.pool())),
                (command, answer) -> {
                    WhatIfOrder order = WhatIfOrder.parseFrom(command.getPayload());
                    assertThat(order.getAltered(0).getState()).isEqualTo(AdminState.ADMIN_STATE_DRAINING);
                    assertThat(order.getAltered(0).hasWeight()).isTrue();
                    assertThat(order.getAdded(0).getBackend().getWeight()).isEqualTo(3);
                    return answer.setBytes(forecast(service.backend()).toByteString());
                });
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode said = JSON.readTree(response.body());
        assertThat(said.get("nodeId").asString()).isEqualTo(node.id());
        assertThat(said.get("flows").asInt()).isEqualTo(8);
        assertThat(said.get("movedPercent").asDouble()).isEqualTo(12.5);
        assertThat(said.get("chosenElsewherePercent").asDouble()).isEqualTo(50);
        assertThat(said.get("backends").get(0).get("wouldTake").asInt()).isEqualTo(4);
    }

    @Test
    void everythingThatIsWrongIsSaidAtItsPlace() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        assertThat(operator.ask("explain/what-if", """
                        {"vipId": "%s", "changes": [{"weight": 300}, {"backendId": "%s"}, {"poolId": "%s"}]}""".formatted(vip, UUID.randomUUID(), UUID.randomUUID()))
                        .body())
                .contains("/changes/0", "BACKEND_OR_POOL", "/changes/0/weight", "WEIGHT_OUT_OF_RANGE")
                .contains("/changes/1/backendId", "UNKNOWN_BACKEND", "/changes/2/poolId", "UNKNOWN_POOL")
                .contains("/changes/2/address");
        assertThat(operator.ask("explain/what-if", """
                        {"vipId": "%s", "changes": []}""".formatted(vip)).body()).contains("CHANGES_OUT_OF_RANGE");
    }

    private static Forecast forecast(String backend) {
        return Forecast.newBuilder()
                .setFlows(8)
                .setMoved(1)
                .setChosenElsewhere(4)
                .addBackends(BackendShare.newBuilder()
                        .setBackendId(Ids.toBytes(UUID.fromString(backend)))
                        .setName("web1")
                        .setHolds(8)
                        .setWouldHold(7)
                        .setTakes(8)
                        .setWouldTake(4))
                .build();
    }
}
