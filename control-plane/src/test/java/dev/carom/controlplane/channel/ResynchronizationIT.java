package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.CommandKind;
import dev.carom.contract.v1.ReportCommandRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An operator has a node fetch its state anew. */
class ResynchronizationIT extends ChannelTest {
    @Test
    void theNodeIsToldAndItsWordsAreTheAnswer() throws Exception {
        Operator.Registered node = registered();
        String path = "nodes/" + node.id() + "/resync";
        assertThat(operator.act(path).body()).contains("NO_NODE_CONNECTED", "Start carom-agent there");
        try (WatchStream stream = agent(node).watch();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stream.nextSnapshot();
            Future<HttpResponse<String>> asked = threads.submit(() -> operator.act(path));
            Command command = stream.nextCommand();
            assertThat(command.getKind()).isEqualTo(CommandKind.COMMAND_KIND_RESYNC);
            ReportCommandRequest fetched = ReportCommandRequest.newBuilder()
                    .setId(command.getId())
                    .setSequence(1)
                    .setLast(true)
                    .setResult("revision 1 of epoch 1 was fetched")
                    .build();
            assertThat(agent(node).call("ReportCommand", fetched).statusCode()).isEqualTo(200);
            assertThat(asked.get().statusCode()).isEqualTo(200);
            assertThat(asked.get().body()).isEqualTo("{\"message\":\"revision 1 of epoch 1 was fetched\"}");
        }
    }
}
