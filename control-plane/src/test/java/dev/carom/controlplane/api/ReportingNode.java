package dev.carom.controlplane.api;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.BackendCounters;
import dev.carom.contract.v1.BackendHealth;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.CommandKind;
import dev.carom.contract.v1.Counters;
import dev.carom.contract.v1.Engine;
import dev.carom.contract.v1.EngineMode;
import dev.carom.contract.v1.Finding;
import dev.carom.contract.v1.HealthState;
import dev.carom.contract.v1.Neighbor;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.ResourceError;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Stage;
import dev.carom.contract.v1.VirtualRouterState;
import dev.carom.contract.v1.WatchResponse;
import dev.carom.controlplane.channel.FakeAgent;
import dev.carom.controlplane.channel.WatchStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Speaks for a site's node as an agent does, and says what a test tells it to. */
final class ReportingNode implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final FakeAgent agent;
    private final WatchStream stream;
    private Snapshot state;
    private long sequence;
    private long whole;

    private ReportingNode(FakeAgent agent, WatchStream stream, Snapshot state) {
        this.agent = agent;
        this.stream = stream;
        this.state = state;
    }

    static ReportingNode dial(Site site, int port) throws IOException, InterruptedException {
        return dial(site, site.node(), port);
    }

    static ReportingNode dial(Site site, String node, int port) throws IOException, InterruptedException {
        String token =
                site.api().post("/nodes/" + node + "/token", "").expect(200).text("token");
        FakeAgent agent = new FakeAgent(CLIENT, port, token);
        WatchStream stream = agent.watch();
        return new ReportingNode(agent, stream, stream.nextSnapshot());
    }

    WatchStream stream() {
        return stream;
    }

    /** What the node was sent last. */
    Snapshot state() {
        return state;
    }

    /** Waits until the node was told of a revision. */
    void awaitRevision(long revision) throws InterruptedException, IOException {
        while (state.getId().getRevision() < revision) {
            acknowledge(Stage.STAGE_RECEIVED);
            WatchResponse next = stream.next();
            if (next.hasSnapshot()) {
                state = next.getSnapshot();
            }
        }
    }

    void acknowledge(Stage stage) throws IOException, InterruptedException {
        agent.acknowledge(state, stage);
    }

    /** Verified, but for one resource that was left out. */
    void leaveOut(String resource, String code, String message) throws IOException, InterruptedException {
        agent.acknowledge(AcknowledgeRequest.newBuilder()
                .setId(state.getId())
                .setHash(state.getHash())
                .setStage(Stage.STAGE_VERIFIED)
                .addErrors(ResourceError.newBuilder()
                        .setResource(resource)
                        .setCode(code)
                        .setMessage(message))
                .build());
    }

    void report(UnaryOperator<ReportRequest.Builder> content) throws IOException, InterruptedException {
        ReportRequest report = next(content);
        whole = report.getSequence();
        send(report);
    }

    /** What is different since the last that was told by {@link #report}; answers with the HTTP status. */
    int change(UnaryOperator<ReportRequest.Builder> content) throws IOException, InterruptedException {
        return change(agent.port(), content);
    }

    /** The same, told to another replica. */
    int change(int port, UnaryOperator<ReportRequest.Builder> content) throws IOException, InterruptedException {
        return new FakeAgent(CLIENT, port, agent.token())
                .call(
                        "ReportChanges",
                        ReportChangesRequest.newBuilder()
                                .setSince(whole)
                                .setReport(next(content))
                                .setConfirmedMs(100)
                                .build())
                .statusCode();
    }

    private ReportRequest next(UnaryOperator<ReportRequest.Builder> content) {
        sequence++;
        ReportRequest.Builder report = ReportRequest.newBuilder()
                .setBootId(ByteString.copyFromUtf8("boot"))
                .setSequence(sequence)
                .setClockMs(System.currentTimeMillis())
                .addEngines(Engine.newBuilder()
                        .setInterface("eth0")
                        .setMode(EngineMode.ENGINE_MODE_PCAP)
                        .setReady(true));
        return content.apply(report).build();
    }

    /** Waits for a command, and answers it. */
    Command answer(CommandKind kind, ByteString result) throws IOException, InterruptedException {
        WatchResponse next = stream.next();
        while (!next.hasCommand() || next.getCommand().getKind() != kind) {
            next = stream.next();
        }
        agent.call(
                "ReportCommand",
                ReportCommandRequest.newBuilder()
                        .setId(next.getCommand().getId())
                        .setSequence(1)
                        .setLast(true)
                        .setBytes(result)
                        .build());
        return next.getCommand();
    }

    void send(ReportRequest report) throws IOException, InterruptedException {
        var response = agent.call("Report", report);
        if (response.statusCode() != 200) {
            throw new IOException("Report answers " + response.statusCode() + ": " + new String(response.body()));
        }
    }

    static BackendHealth health(String listener, String backend, HealthState state, String reason) {
        return BackendHealth.newBuilder()
                .setListenerId(id(listener))
                .setBackendId(id(backend))
                .setState(state)
                .setSinceMsAgo(2_000)
                .setReason(reason)
                .build();
    }

    static Neighbor neighbor(String backend, String mac) {
        return Neighbor.newBuilder()
                .setBackendId(id(backend))
                .setMac(ByteString.copyFrom(HexFormat.ofDelimiter(":").parseHex(mac)))
                .setAgeMs(300)
                .build();
    }

    static Counters flows(String backend, long flows) {
        return Counters.newBuilder()
                .addBackends(
                        BackendCounters.newBuilder().setBackendId(id(backend)).setFlows(flows))
                .build();
    }

    static Finding finding(String code, String resource) {
        return Finding.newBuilder()
                .setCode(code)
                .setResource(resource)
                .setSummary("It bounces")
                .build();
    }

    static VirtualRouterState role(String router, boolean owner) {
        return VirtualRouterState.newBuilder()
                .setVirtualRouterId(id(router))
                .setOwner(owner)
                .build();
    }

    static ByteString id(String uuid) {
        UUID id = UUID.fromString(uuid);
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
