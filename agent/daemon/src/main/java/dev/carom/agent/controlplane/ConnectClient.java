package dev.carom.agent.controlplane;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Speaks the Connect protocol: unary calls are plain POSTs, a server stream is a body of envelopes. */
final class ConnectClient implements AutoCloseable {
    private static final String SERVICE = "/carom.agent.v1.AgentService/";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Credential credential;
    private final Duration longestSilence;

    /**
     * @param trust whose certificates to take
     * @param longestSilence how long a stream may say nothing before it is given up
     */
    ConnectClient(Credential credential, SSLContext trust, Duration longestSilence) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.credential = credential;
        this.longestSilence = longestSilence;
    }

    /** @throws ConnectException when the control plane refuses */
    <T> T call(URI base, String method, Message request, Parser<T> answer) throws IOException, InterruptedException {
        HttpRequest post = request(base, method, "application/proto", request.toByteArray())
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> response = http.send(post, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw ConnectException.ofUnary(response.statusCode(), response.body());
        }
        return answer.parseFrom(response.body());
    }

    /**
     * The body of the stream, to be closed by the caller.
     *
     * @throws HttpTimeoutException when no answer begins
     */
    StreamBody open(URI base, String method, Message request) throws IOException, InterruptedException {
        byte[] body = new Envelope(0, request.toByteArray()).toBytes();
        HttpRequest post =
                request(base, method, "application/connect+proto", body).build();
        // Not the request's own timeout: from some JDK on it would cover the body, which has no end.
        CompletableFuture<HttpResponse<StreamBody>> answer =
                http.sendAsync(post, head -> new StreamBody(longestSilence));
        HttpResponse<StreamBody> response = await(answer);
        if (response.statusCode() != 200) {
            try (StreamBody refused = response.body()) {
                throw ConnectException.ofUnary(response.statusCode(), refused.remaining());
            }
        }
        return response.body();
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new HttpTimeoutException("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest.Builder request(URI base, String method, String contentType, byte[] body) throws IOException {
        return HttpRequest.newBuilder(URI.create(base + SERVICE + method))
                .header("Authorization", "Bearer " + credential.token().secret())
                .header("Connect-Protocol-Version", "1")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
