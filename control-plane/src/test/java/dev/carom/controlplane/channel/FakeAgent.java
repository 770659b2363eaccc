package dev.carom.controlplane.channel;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.AcknowledgeResponse;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Stage;
import dev.carom.contract.v1.WatchRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks for one node over the Connect protocol, in binary protobuf, and does only what it is told. */
public record FakeAgent(HttpClient client, int port, String token) {
    public WatchStream watch(WatchRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(
                post("Watch", "application/connect+proto", enveloped(request.toByteArray())),
                BodyHandlers.ofInputStream());
        return new WatchStream(response.body());
    }

    /** Dials as an agent that has nothing. */
    public WatchStream watch() throws IOException, InterruptedException {
        return watch(WatchRequest.getDefaultInstance());
    }

    /** Dials as an agent that has this state. */
    public WatchStream watch(Snapshot have) throws IOException, InterruptedException {
        return watch(WatchRequest.newBuilder()
                .setHave(have.getId())
                .setHash(have.getHash())
                .build());
    }

    public HttpResponse<byte[]> call(String method, Message request) throws IOException, InterruptedException {
        return client.send(post(method, "application/proto", request.toByteArray()), BodyHandlers.ofByteArray());
    }

    public AcknowledgeResponse acknowledge(Snapshot snapshot, Stage stage) throws IOException, InterruptedException {
        return acknowledge(AcknowledgeRequest.newBuilder()
                .setId(snapshot.getId())
                .setHash(snapshot.getHash())
                .setStage(stage)
                .build());
    }

    public AcknowledgeResponse acknowledge(AcknowledgeRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = call("Acknowledge", request);
        if (response.statusCode() != 200) {
            throw new IOException("Acknowledge answers " + response.statusCode());
        }
        return parse(response.body());
    }

    private static AcknowledgeResponse parse(byte[] body) throws InvalidProtocolBufferException {
        return AcknowledgeResponse.parseFrom(body);
    }

    private HttpRequest post(String method, String contentType, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/carom.agent.v1.AgentService/" + method))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    static byte[] enveloped(byte[] message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(0);
        out.writeInt(message.length);
        out.write(message);
        return bytes.toByteArray();
    }
}
