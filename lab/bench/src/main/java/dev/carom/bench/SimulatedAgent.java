package dev.carom.bench;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Stage;
import dev.carom.contract.v1.WatchRequest;
import dev.carom.contract.v1.WatchResponse;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Says to the control plane what an agent says, and does nothing of what it hears. One thread watches and acknowledges,
 * another reports.
 */
final class SimulatedAgent {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final Fleet fleet;
    private final HttpClient client;
    private final URI service;
    private final int number;
    private final String token;
    private volatile @Nullable SimulatedReport report;

    SimulatedAgent(Fleet fleet, HttpClient client, URI service, int number, String token) {
        this.fleet = fleet;
        this.client = client;
        this.service = service;
        this.number = number;
        this.token = token;
    }

    void watch() {
        try (var in = new DataInputStream(open())) {
            while (true) {
                in.readUnsignedByte();
                WatchResponse response = WatchResponse.parseFrom(in.readNBytes(in.readInt()));
                if (response.hasSnapshot()) {
                    climb(response.getSnapshot(), System.nanoTime());
                }
            }
        } catch (IOException | InterruptedException e) {
            System.out.println("lost " + number + " 0 " + e);
        }
    }

    /** Starts anywhere in the interval, as agents do that were not started together. */
    void report() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(BETWEEN_REPORTS.toMillis()));
            long whole = 0;
            while (true) {
                SimulatedReport current = report;
                if (current != null) {
                    whole = report(current, whole);
                }
                Thread.sleep(BETWEEN_REPORTS);
            }
        } catch (IOException | InterruptedException e) {
            System.out.println("lost " + number + " 0 " + e);
        }
    }

    /** Returns the sequence of the last whole report. */
    private long report(SimulatedReport current, long whole) throws IOException, InterruptedException {
        boolean carriesAll = fleet.carriesAll();
        if (whole > 0) {
            ReportChangesRequest changes = current.changes(carriesAll, whole);
            if (sent(post("ReportChanges", "application/proto", changes.toByteArray()))
                            .statusCode()
                    == 200) {
                return whole;
            }
        }
        ReportRequest all = current.whole(carriesAll);
        call("Report", all);
        return all.getSequence();
    }

    private void climb(Snapshot snapshot, long heardAt) throws IOException, InterruptedException {
        tell("received", snapshot, heardAt);
        for (Stage stage : new Stage[] {Stage.STAGE_RECEIVED, Stage.STAGE_APPLIED, Stage.STAGE_VERIFIED}) {
            call(
                    "Acknowledge",
                    AcknowledgeRequest.newBuilder()
                            .setId(snapshot.getId())
                            .setHash(snapshot.getHash())
                            .setStage(stage)
                            .build());
        }
        tell("verified", snapshot, System.nanoTime());
        SimulatedReport current = report;
        report = current == null ? new SimulatedReport(number, fleet.groupSize(), state(snapshot)) : current;
    }

    private void tell(String what, Snapshot snapshot, long nanos) {
        System.out.println(what + " " + number + " " + snapshot.getId().getRevision() + " " + nanos);
    }

    private static DesiredState state(Snapshot snapshot) throws IOException {
        try (InputStream content =
                new GZIPInputStream(snapshot.getDesiredState().newInput())) {
            return DesiredState.parseFrom(content);
        }
    }

    private InputStream open() throws IOException, InterruptedException {
        byte[] request = WatchRequest.newBuilder()
                .setBootId(ByteString.copyFromUtf8("bench"))
                .build()
                .toByteArray();
        byte[] enveloped = ByteBuffer.allocate(5 + request.length)
                .put((byte) 0)
                .putInt(request.length)
                .put(request)
                .array();
        return client.send(post("Watch", "application/connect+proto", enveloped), BodyHandlers.ofInputStream())
                .body();
    }

    private void call(String method, Message request) throws IOException, InterruptedException {
        var response = sent(post(method, "application/proto", request.toByteArray()));
        if (response.statusCode() != 200) {
            System.out.println(
                    "refused " + number + " 0 " + method + ": " + response.statusCode() + " " + response.body());
        }
    }

    /** Once more where the server gave an idle connection up at the moment of its use; each message may be repeated. */
    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private HttpRequest post(String method, String contentType, byte[] body) {
        return HttpRequest.newBuilder(service.resolve(method))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }
}
