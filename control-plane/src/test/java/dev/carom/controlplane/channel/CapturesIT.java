package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.CaptureEnd;
import dev.carom.contract.v1.CaptureOrder;
import dev.carom.contract.v1.CapturePart;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.ResourceError;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Captures by REST, with an agent that sends what it is told. */
class CapturesIT extends ChannelTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aFileComesInPartsAndIsDownloadedWhole() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        try (WatchStream stream = agent(node).watch()) {
            stream.nextSnapshot();
            JsonNode started = started(vip, "tcp port 80");
            String path = "captures/" + started.get("id").asString();
            Command command = stream.nextCommand();
            CaptureOrder order = CaptureOrder.parseFrom(command.getPayload());
            assertThat(order.getFilter()).isEqualTo("tcp port 80");
            assertThat(order.getSeconds()).isEqualTo(10);
            assertThat(order.getBytes()).isEqualTo(1 << 20);

            part(node, command, 1, "first ");
            part(node, command, 1, "first ");
            assertThat(operator.look(path + "/file").body()).contains("CAPTURE_RUNNING");
            part(node, command, 2, "second");
            end(node, command, 3);

            JsonNode done = operator.get(path);
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("nodeId").asString()).isEqualTo(node.id());
            assertThat(done.get("frames").asInt()).isEqualTo(2);
            assertThat(done.get("fileBytes").asInt()).isEqualTo(12);
            HttpResponse<String> file = operator.look(path + "/file");
            assertThat(file.body()).isEqualTo("first second");
            assertThat(file.headers().firstValue("Content-Type")).contains("application/x-pcapng");
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(name -> assertThat(name)
                            .contains("capture-" + started.get("id").asString() + ".pcapng"));
            assertThat(operator.get("captures").get("items").toString()).contains(path.substring(9));
            assertThat(operator.remove(path).statusCode()).isEqualTo(204);
            assertThat(operator.look(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aNodeThatComesBackCapturesWhatItHadNotBegunAndNothingTwice() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        Command begun;
        Command untouched;
        try (WatchStream stream = agent(node).watch()) {
            started(vip, "tcp port 80");
            begun = stream.nextCommand();
            started(vip, "tcp port 81");
            untouched = stream.nextCommand();
            part(node, begun, 1, "what there is");
        }
        try (WatchStream stream = agent(node).watch()) {
            assertThat(stream.nextCommand().getId()).isEqualTo(untouched.getId());
            started(vip, "tcp port 82");
            assertThat(stream.nextCommand().getId()).isNotIn(begun.getId(), untouched.getId());
        }
        removeAll();
    }

    @Test
    void aFilterThatTheNodeRefusesIsSaid() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        try (WatchStream stream = agent(node).watch()) {
            stream.nextSnapshot();
            String path = "captures/" + started(vip, "nonsense").get("id").asString();
            Command command = stream.nextCommand();
            report(
                    node,
                    command,
                    1,
                    request -> request.setLast(true)
                            .setError(ResourceError.newBuilder()
                                    .setCode("BAD_FILTER")
                                    .setMessage("syntax error")));
            JsonNode failed = operator.get(path);
            assertThat(failed.get("state").asString()).isEqualTo("FAILED");
            assertThat(failed.get("code").asString()).isEqualTo("BAD_FILTER");
            assertThat(operator.look(path + "/file").body()).contains("CAPTURE_FAILED", "syntax error");
        }
    }

    @Test
    void aFlightRecordingIsAskedOfTheNodeItself() throws Exception {
        Operator.Registered node = registered();
        String asked = "nodes/" + node.id() + "/flight-recording";
        assertThat(operator.act(asked).body()).contains("NO_NODE_CONNECTED", "Start carom-agent there");
        try (WatchStream stream = agent(node).watch()) {
            stream.nextSnapshot();
            JsonNode started = operator.accepted(asked);
            Command command = stream.nextCommand();
            assertThat(CaptureOrder.parseFrom(command.getPayload()).getRecorded())
                    .isTrue();
            part(node, command, 1, "recorded");
            end(node, command, 2);
            String path = "captures/" + started.get("id").asString();
            assertThat(operator.get(path).hasNonNull("vipId")).isFalse();
            assertThat(operator.look(path + "/file").body()).isEqualTo("recorded");
            operator.remove(path);
        }
    }

    @Test
    void noMoreThanFourRunAtOnceAndADeletedOneMakesRoom() throws Exception {
        Operator.Registered node = registered();
        String vip = operator.vip(node.nodeGroupId());
        try (WatchStream stream = agent(node).watch()) {
            stream.nextSnapshot();
            List<String> running = new ArrayList<>();
            HttpResponse<String> response = ask(vip, "");
            while (response.statusCode() == 202) {
                running.add(JSON.readTree(response.body()).get("id").asString());
                response = ask(vip, "");
            }
            assertThat(running).hasSize(4);
            assertThat(response.body()).contains("TOO_MANY_CAPTURES");
            operator.remove("captures/" + running.getFirst());
            assertThat(ask(vip, "").statusCode()).isEqualTo(202);
            removeAll();
        }
    }

    @Test
    void boundsAndNamesAreHeld() throws Exception {
        String vip = operator.vip(registered().nodeGroupId());
        assertThat(operator.ask("captures", """
                        {"vipId": "%s", "seconds": 61, "bytes": 16777217}""".formatted(vip)).body())
                .contains("/seconds", "SECONDS_OUT_OF_RANGE", "/bytes", "BYTES_OUT_OF_RANGE");
        assertThat(ask(vip, "").body()).contains("NO_NODE_CONNECTED");
        for (String name : List.of("..%2f..%2fetc%2fpasswd", "%2e%2e", "x.pcapng", "..;")) {
            assertThat(operator.look("captures/" + name + "/file").statusCode())
                    .as(name)
                    .isBetween(400, 499);
        }
    }

    private void removeAll() throws Exception {
        for (JsonNode capture : operator.get("captures").get("items")) {
            operator.remove("captures/" + capture.get("id").asString());
        }
    }

    private JsonNode started(String vip, String filter) throws Exception {
        HttpResponse<String> response = ask(vip, filter);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location")).isPresent();
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> ask(String vip, String filter) throws Exception {
        return operator.ask("captures", """
                {"vipId": "%s", "filter": "%s"}""".formatted(vip, filter));
    }

    private interface Answering {
        ReportCommandRequest.Builder with(ReportCommandRequest.Builder request);
    }

    private void part(Operator.Registered node, Command command, long sequence, String text) throws Exception {
        CapturePart part =
                CapturePart.newBuilder().setFile(ByteString.copyFromUtf8(text)).build();
        report(node, command, sequence, request -> request.setBytes(part.toByteString()));
    }

    private void end(Operator.Registered node, Command command, long sequence) throws Exception {
        CapturePart end = CapturePart.newBuilder()
                .setEnd(CaptureEnd.newBuilder().setFrames(2))
                .build();
        report(node, command, sequence, request -> request.setLast(true).setBytes(end.toByteString()));
    }

    private void report(Operator.Registered node, Command command, long sequence, Answering answering)
            throws Exception {
        ReportCommandRequest.Builder request =
                ReportCommandRequest.newBuilder().setId(command.getId()).setSequence(sequence);
        assertThat(agent(node)
                        .call("ReportCommand", answering.with(request).build())
                        .statusCode())
                .isEqualTo(200);
    }
}
