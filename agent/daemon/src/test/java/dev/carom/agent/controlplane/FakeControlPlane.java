package dev.carom.agent.controlplane;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.AcknowledgeResponse;
import dev.carom.contract.v1.Cancel;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.GetDesiredStateResponse;
import dev.carom.contract.v1.Heartbeat;
import dev.carom.contract.v1.Reconnect;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportChangesResponse;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.ReportCommandResponse;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.ReportResponse;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.UpToDate;
import dev.carom.contract.v1.WatchRequest;
import dev.carom.contract.v1.WatchResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A control plane of one stream at a time: sends what a test says, and keeps what it is told. */
final class FakeControlPlane implements AutoCloseable {
    final BlockingQueue<WatchRequest> watches = new LinkedBlockingQueue<>();
    final BlockingQueue<AcknowledgeRequest> acknowledgements = new LinkedBlockingQueue<>();
    /** Whole ones, and those of changes. */
    final BlockingQueue<ReportRequest> reports = new LinkedBlockingQueue<>();

    final BlockingQueue<ReportChangesRequest> changes = new LinkedBlockingQueue<>();
    final BlockingQueue<ReportCommandRequest> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
    private final BlockingQueue<Envelope> envelopes = new LinkedBlockingQueue<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    volatile boolean knowsReports = true;
    volatile GetDesiredStateResponse desiredState = GetDesiredStateResponse.getDefaultInstance();

    FakeControlPlane() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/carom.agent.v1.AgentService/Watch", this::watch);
        server.createContext("/carom.agent.v1.AgentService/Acknowledge", exchange -> {
            acknowledgements.add(AcknowledgeRequest.parseFrom(exchange.getRequestBody()));
            answer(exchange, AcknowledgeResponse.getDefaultInstance());
        });
        server.createContext("/carom.agent.v1.AgentService/Report", exchange -> {
            reports.add(ReportRequest.parseFrom(exchange.getRequestBody()));
            answer(exchange, ReportResponse.getDefaultInstance());
        });
        server.createContext("/carom.agent.v1.AgentService/ReportChanges", this::reportChanges);
        server.createContext("/carom.agent.v1.AgentService/ReportCommand", exchange -> {
            answers.add(ReportCommandRequest.parseFrom(exchange.getRequestBody()));
            answer(exchange, ReportCommandResponse.getDefaultInstance());
        });
        server.createContext("/carom.agent.v1.AgentService/GetDesiredState", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, desiredState);
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void send(Snapshot snapshot) {
        send(WatchResponse.newBuilder().setSnapshot(snapshot).build());
    }

    void send(Command command) {
        send(WatchResponse.newBuilder().setCommand(command).build());
    }

    void cancel(Command command) {
        send(WatchResponse.newBuilder()
                .setCancel(Cancel.newBuilder().setId(command.getId()))
                .build());
    }

    void sendHeartbeat() {
        send(WatchResponse.newBuilder()
                .setHeartbeat(Heartbeat.getDefaultInstance())
                .build());
    }

    void sendUpToDate() {
        send(WatchResponse.newBuilder()
                .setUpToDate(UpToDate.getDefaultInstance())
                .build());
    }

    void sendReconnect(long jitterMs) {
        send(WatchResponse.newBuilder()
                .setReconnect(Reconnect.newBuilder().setJitterMs(jitterMs))
                .build());
    }

    void endStream(String json) {
        envelopes.add(new Envelope(2, json.getBytes(StandardCharsets.UTF_8)));
    }

    void send(WatchResponse message) {
        envelopes.add(new Envelope(0, message.toByteArray()));
    }

    /** The next of its kind; fails the test when none comes. */
    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T item = queue.poll(60, TimeUnit.SECONDS);
        if (item == null) {
            throw new AssertionError("nothing came within 60 s");
        }
        return item;
    }

    private void watch(HttpExchange exchange) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        watches.add(WatchRequest.parseFrom(java.util.Arrays.copyOfRange(body, 5, body.length)));
        exchange.getResponseHeaders().set("Content-Type", "application/connect+proto");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream stream = exchange.getResponseBody()) {
            for (Envelope envelope = envelopes.take(); ; envelope = envelopes.take()) {
                stream.write(envelope.toBytes());
                stream.flush();
                if (envelope.isEnd()) {
                    return;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void reportChanges(HttpExchange exchange) throws IOException {
        ReportChangesRequest request = ReportChangesRequest.parseFrom(exchange.getRequestBody());
        changes.add(request);
        if (knowsReports) {
            reports.add(request.getReport());
            answer(exchange, ReportChangesResponse.getDefaultInstance());
            return;
        }
        byte[] error = "{\"code\": \"failed_precondition\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(400, error.length);
        exchange.getResponseBody().write(error);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, Message message) throws IOException {
        byte[] body = message.toByteArray();
        exchange.getResponseHeaders().set("Content-Type", "application/proto");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        executor.shutdownNow();
        server.stop(0);
    }
}
