package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.BackendDiagnosis;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.DiagnoseOrder;
import dev.carom.contract.v1.DiagnosedFault;
import dev.carom.contract.v1.Diagnosis;
import dev.carom.contract.v1.ReportCommandRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A diagnosis by REST, with an agent that answers as it is told. */
class DiagnosesIT extends ChannelTest {
    @Test
    void aDiagnosisGoesToTheNodeOfTheVipAndIsKept() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        Operator.Service service = operator.service(vip);
        try (WatchStream stream = agent(node).watch()) {
            JsonNode started = operator.accepted("backends/" + service.backend() + "/diagnose");
            String path = "diagnoses/" + started.get("id").asString();
            assertThat(started.get("state").asString()).isEqualTo("RUNNING");
            Command command = stream.nextCommand();
            assertThat(DiagnoseOrder.parseFrom(command.getPayload()).getVipIdsList())
                    .containsExactly(Ids.toBytes(UUID.fromString(vip)));

            answer(node, command, 1, request -> request.setProgress("web1 through vip: PORT_REFUSED"));
            answer(
                    node,
                    command,
                    2,
                    request -> request.setLast(true)
                            .setBytes(refused(vip, service.backend()).toByteString()));

            JsonNode ended = operator.get(path);
            assertThat(ended.get("state").asString()).isEqualTo("DONE");
            assertThat(ended.get("progress").get(0).asString()).contains("PORT_REFUSED");
            JsonNode fault = ended.get("backends").get(0).get("faults").get(0);
            assertThat(fault.get("code").asString()).isEqualTo("PORT_REFUSED");
            assertThat(operator.get("diagnoses").get("items").toString())
                    .contains(started.get("id").asString());
            assertThat(operator.get("events?limit=50").toString()).contains("diagnosis.progress", "PORT_REFUSED");
        }
    }

    @Test
    void withoutAConnectedNodeThereIsNobodyToExamine() throws Exception {
        Operator.Registered node = registered();
        assertThat(operator.refused("vips/" + operator.vip(node.nodeGroupId()) + "/diagnose"))
                .isEqualTo("NO_NODE_CONNECTED");
    }

    private interface Answering {
        ReportCommandRequest.Builder with(ReportCommandRequest.Builder request);
    }

    private void answer(Operator.Registered node, Command command, long sequence, Answering answering)
            throws Exception {
        ReportCommandRequest.Builder request =
                ReportCommandRequest.newBuilder().setId(command.getId()).setSequence(sequence);
        assertThat(agent(node)
                        .call("ReportCommand", answering.with(request).build())
                        .statusCode())
                .isEqualTo(200);
    }

    private static Diagnosis refused(String vip, String backend) {
        return Diagnosis.newBuilder()
                .addBackends(BackendDiagnosis.newBuilder()
                        .setVipId(Ids.toBytes(UUID.fromString(vip)))
                        .setBackendId(Ids.toBytes(UUID.fromString(backend)))
                        .addFaults(DiagnosedFault.newBuilder()
                                .setCode("PORT_REFUSED")
                                .setSummary("web1 refuses tcp/80")
                                .setRemedy("ss -Hltunp 'sport = :80'")))
                .build();
    }
}
