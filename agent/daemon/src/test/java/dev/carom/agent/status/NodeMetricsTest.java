package dev.carom.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderCounters.ListenerCount;
import dev.carom.agent.forwarding.ForwarderCounters.VipCount;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NodeMetricsTest {
    private static final UUID VIP = new UUID(2, 1);
    private static final UUID BACKEND = new UUID(5, 1);
    private static final UUID LISTENER = new UUID(3, 1);

    @Test
    void theNamesAreThoseThatAreDocumented() {
        String text = new NodeMetrics(() -> snapshot(5)).scrape();

        assertThat(text)
                .contains("carom_vip_packets_total{vip=\"" + VIP + "\"} 5.0")
                .contains("carom_listener_packets_total{listener=\"" + LISTENER + "\",vip=\"\"} 6.0")
                .contains("carom_listener_dropped_packets_total{listener=\"" + LISTENER + "\",vip=\"\"} 20.0")
                .contains("carom_backend_bytes_total{backend=\"" + BACKEND + "\",pool=\"\"} 700.0")
                .contains("carom_backend_flows{backend=\"" + BACKEND + "\",pool=\"\"} 4.0")
                .contains("carom_dropped_packets_total{reason=\"DROPPED_NO_LISTENER\"} 9.0")
                .contains("carom_flows 3.0")
                .contains("carom_interface_frames_total{event=\"received\",interface=\"eth0\"} 11.0")
                .contains("carom_interface_frames_total{event=\"injected\",interface=\"eth0\"} 12.0")
                .contains("carom_interface_frames_total{event=\"not_injected\",interface=\"eth0\"} 13.0")
                .contains("carom_interface_frames_total{event=\"ring_dropped\",interface=\"eth0\"} 14.0")
                .contains("carom_interface_frames_total{event=\"longer_than_mtu\",interface=\"eth0\"} 15.0")
                .contains("carom_interface_frames_total{event=\"partial_checksum\",interface=\"eth0\"} 16.0")
                .contains("carom_lost_frames_total{where=\"control_queue\"} 17.0")
                .contains("carom_lost_frames_total{where=\"decision\"} 18.0")
                .contains("carom_guard_restorations_total 19.0")
                .contains("carom_revision{stage=\"applied\"} 0.0")
                .contains("carom_backend_up{backend=\"" + BACKEND + "\",listener=\"" + LISTENER
                        + "\",pool=\"\",vip=\"\"} 0.0")
                .contains("carom_engine_ready{interface=\"eth0\",mode=\"PCAP\"} 1.0")
                .contains("carom_findings{code=\"BOUNCED\"} 1.0")
                .contains("carom_announced_vips 0.0")
                .contains("carom_owned_virtual_routers 0.0");
    }

    @Test
    void everyMetricThatIsDocumentedForAgentsIsExposedAndTheOtherWayRound() throws IOException {
        Set<String> documented = Files.readAllLines(Path.of("..", "..", "docs", "metrics.md")).stream()
                .filter(line -> line.contains("| agent |"))
                .map(line -> line.replaceAll("^\\| `([a-z_]+)`.*", "$1"))
                .collect(Collectors.toSet());
        Set<String> exposed = new NodeMetrics(() -> snapshot(5))
                .scrape()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1)[2])
                .collect(Collectors.toSet());

        assertThat(exposed).isEqualTo(documented);
    }

    @Test
    void countersFollowAndWhatIsGoneLeaves() {
        Deque<NodeSnapshot> snapshots = new ArrayDeque<>(List.of(snapshot(5), snapshot(8), empty()));
        NodeMetrics metrics = new NodeMetrics(snapshots::removeFirst);

        assertThat(metrics.scrape()).contains("carom_vip_packets_total{vip=\"" + VIP + "\"} 5.0");
        assertThat(metrics.scrape()).contains("carom_vip_packets_total{vip=\"" + VIP + "\"} 8.0");
        assertThat(metrics.scrape()).doesNotContain(VIP.toString());
    }

    @Test
    void theProbesTellTheReasonAndUnknownPathsAreNotFound() throws Exception {
        try (HttpEndpoints endpoints = HttpEndpoints.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        () -> "m 1\n",
                        () -> new HttpEndpoints.Probe(true, "alive"),
                        () -> new HttpEndpoints.Probe(false, "no state yet"));
                HttpClient client = HttpClient.newHttpClient()) {
            String base = "http://127.0.0.1:" + endpoints.address().getPort();

            assertThat(get(client, base + "/metrics")).isEqualTo("200 m 1\n");
            assertThat(get(client, base + "/livez")).isEqualTo("200 alive\n");
            assertThat(get(client, base + "/readyz")).isEqualTo("503 no state yet\n");
            assertThat(get(client, base + "/metrics/more")).startsWith("404");
        }
    }

    private static String get(HttpClient client, String url) throws Exception {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static NodeSnapshot snapshot(long packets) {
        return with(new DataPathCounters(
                Map.of(Reason.DROPPED_NO_LISTENER, 9L, Reason.FORWARDED_UNREMEMBERED, 2L),
                List.of(new VipCount(VIP, packets, 300, 1)),
                List.of(new ListenerCount(LISTENER, 6, 250, 2, 20)),
                List.of(new BackendCount(BACKEND, 7, 700, 1, 4, 0, 0)),
                3,
                new DataPathCounters.Engine(
                        List.of(new InterfaceCounters("eth0", 11, 12, 13, 14, 15, 9_000, 16)), 17, 18, 19, "")));
    }

    private static NodeSnapshot empty() {
        return with(DataPathCounters.NONE, List.of(), List.of());
    }

    private static NodeSnapshot with(DataPathCounters counters) {
        return with(
                counters,
                List.of(new HealthState(
                        LISTENER,
                        BACKEND,
                        DesiredState.MonitorPath.DSR,
                        true,
                        Health.DOWN,
                        "refused",
                        Instant.EPOCH,
                        Instant.EPOCH)),
                List.of(new Finding(FindingCode.BOUNCED, "backends/" + BACKEND, "s", "e", "r", Instant.EPOCH)));
    }

    private static NodeSnapshot with(DataPathCounters counters, List<HealthState> health, List<Finding> findings) {
        return new NodeSnapshot(
                Running.NOTHING,
                health,
                counters,
                List.of(),
                List.of(new InterfaceStatus("eth0", InterfaceStatus.EngineMode.PCAP, false, true, "")),
                List.of(),
                findings);
    }
}
