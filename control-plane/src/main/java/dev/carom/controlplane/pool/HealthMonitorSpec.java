package dev.carom.controlplane.pool;

import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the nodes judge whether a backend works. */
@Schema(name = "HealthMonitorSpec")
public record HealthMonitorSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "tcp")
        String name,

        @Schema(defaultValue = "{}") Map<String, String> labels,
        @Schema(defaultValue = "TCP") MonitorType type,
        @Schema(defaultValue = "DSR") MonitorPath path,

        @Schema(defaultValue = "1000", description = "Milliseconds from probe to probe.")
        long intervalMs,

        @Schema(
                defaultValue = "0",
                description =
                        "Each probe starts later by a random share of the interval, at most this many hundredths.")
        int jitterPercent,

        @Schema(defaultValue = "500", description = "Milliseconds; at most the interval.")
        long timeoutMs,

        @Schema(defaultValue = "2", description = "Good results in a row that make a backend UP.")
        int rise,

        @Schema(defaultValue = "3", description = "Bad results in a row that make a backend DOWN.")
        int fall,

        @Schema(defaultValue = "0", description = "0 is the listener's first port.")
        int port,

        @Schema(description = "With type HTTP or HTTPS.") @Nullable HttpCheck http,

        @Schema(description = "With type UDP.") @Nullable UdpCheck udp) {

    public HealthMonitorSpec {
        labels = Map.copyOf(labels);
        boolean web = type == MonitorType.HTTP || type == MonitorType.HTTPS;
        http = web && http == null ? HttpCheck.PLAIN : http;
        udp = type == MonitorType.UDP && udp == null ? UdpCheck.EMPTY : udp;
    }

    void check() {
        Violations violations = new Violations();
        Names.check("/name", name, violations);
        Names.checkLabels(labels, violations);
        violations.unless(
                intervalMs >= 100 && intervalMs <= 3_600_000,
                "/intervalMs",
                "INTERVAL_OUT_OF_RANGE",
                "A probe interval lies within 100 ms and an hour.");
        violations.unless(
                jitterPercent >= 0 && jitterPercent <= 50,
                "/jitterPercent",
                "JITTER_OUT_OF_RANGE",
                "A jitter lies within 0 and 50 hundredths of the interval.");
        violations.unless(
                timeoutMs >= 10 && timeoutMs <= intervalMs,
                "/timeoutMs",
                "TIMEOUT_OUT_OF_RANGE",
                "A probe times out after 10 ms at least, and before the next one begins: at most the interval.");
        violations.unless(
                rise >= 1 && rise <= 100, "/rise", "COUNT_OUT_OF_RANGE", "Results in a row count within 1-100.");
        violations.unless(
                fall >= 1 && fall <= 100, "/fall", "COUNT_OUT_OF_RANGE", "Results in a row count within 1-100.");
        violations.unless(
                port >= 0 && port <= 65_535,
                "/port",
                "PORT_OUT_OF_RANGE",
                "A port lies within 1-65535; 0 takes the listener's first port.");
        checkDetails(violations);
        violations.refuse();
    }

    private void checkDetails(Violations violations) {
        violations.unless(
                http == null || type == MonitorType.HTTP || type == MonitorType.HTTPS,
                "/http",
                "CHECK_OF_OTHER_TYPE",
                "An HTTP check goes with type HTTP or HTTPS: change the type, or leave it out.");
        violations.unless(
                udp == null || type == MonitorType.UDP,
                "/udp",
                "CHECK_OF_OTHER_TYPE",
                "A UDP check goes with type UDP: change the type, or leave it out.");
        if (http != null) {
            http.check(violations);
        }
        if (udp != null) {
            udp.check(violations);
        }
    }
}
