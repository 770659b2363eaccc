package dev.carom.controlplane.ipvs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the checks of a service's servers: a pool has one monitor for all of them. */
final class CheckReader {
    private static final Map<String, String> TYPES = Map.of(
            "TCP_CHECK", "TCP",
            "HTTP_GET", "HTTP",
            "SSL_GET", "HTTPS",
            "UDP_CHECK", "UDP",
            "DNS_CHECK", "DNS",
            "PING_CHECK", "ICMP",
            "SMTP_CHECK", "TCP");

    private static final int PORT_OF_SMTP = 25;

    private final int servicePort;
    private final Remarks remarks;
    private long intervalMs = 60_000;
    private int retry = 1;
    private String host = "";
    private @Nullable Check found;

    CheckReader(int servicePort, Remarks remarks) {
        this.servicePort = servicePort;
        this.remarks = remarks;
    }

    void interval(long milliseconds) {
        intervalMs = Math.clamp(milliseconds, 100, 3_600_000);
    }

    void retry(int times) {
        retry = times;
    }

    void host(String name) {
        host = name;
    }

    @Nullable Check found() {
        return found;
    }

    /** False when it is no check that is known. */
    boolean read(Directive directive) {
        String type = TYPES.get(directive.keyword());
        if (type == null) {
            return false;
        }
        if (directive.keyword().equals("SMTP_CHECK")) {
            remarks.changed(directive, "Mail is not spoken: its port is probed by TCP.");
        }
        Check check = check(type, directive);
        if (found == null) {
            found = check;
        } else if (!found.equals(check)) {
            remarks.changed(directive, "A pool has one health monitor: the first server's check is taken for all.");
        }
        return true;
    }

    private Check check(String type, Directive directive) {
        int port = directive.keyword().equals("SMTP_CHECK") && servicePort != PORT_OF_SMTP ? PORT_OF_SMTP : 0;
        long timeoutMs = 5_000;
        int retries = retry;
        Map<String, Object> details = new LinkedHashMap<>();
        for (Directive each : directive.block()) {
            switch (each.keyword()) {
                case "connect_port" -> port = Values.port(each.argument()).orElse(0);
                case "connect_timeout" ->
                    timeoutMs = Values.milliseconds(each.argument()).orElse(timeoutMs);
                case "retry", "nb_get_retry" ->
                    retries = Values.number(each.argument()).orElse(retries);
                case "url" -> url(each, details);
                case "virtualhost" -> details.put("host", each.argument());
                case "payload" -> details.put("sendHex", each.argument().replaceAll("[^0-9a-fA-F]", ""));
                default -> remarks.leftOut(each, Explanations.of(each.keyword()));
            }
        }
        if (!host.isEmpty()) {
            details.putIfAbsent("host", host);
        }
        return new Check(
                type,
                port == servicePort ? 0 : port,
                intervalMs,
                Math.clamp(timeoutMs, 10, intervalMs),
                retries + 1,
                kept(type, details));
    }

    private void url(Directive directive, Map<String, Object> details) {
        if (details.containsKey("path")) {
            remarks.leftOut(directive, "A monitor asks for one path: the first is taken.");
            return;
        }
        for (Directive each : directive.block()) {
            switch (each.keyword()) {
                case "path" -> details.put("path", each.argument());
                case "virtualhost" -> details.put("host", each.argument());
                case "status_code" -> details.put("expectedCodes", codes(each));
                default -> remarks.leftOut(each, Explanations.of(each.keyword()));
            }
        }
    }

    private static List<String> codes(Directive directive) {
        return directive.words().stream().skip(1).toList();
    }

    /** Only what a monitor of this type has. */
    private static Map<String, Object> kept(String type, Map<String, Object> details) {
        return switch (type) {
            case "HTTP", "HTTPS" -> Map.of("http", Map.copyOf(details));
            case "UDP" ->
                Optional.ofNullable(details.get("sendHex"))
                        .map(hex -> Map.<String, Object>of("udp", Map.of("sendHex", hex)))
                        .orElse(Map.of());
            default -> Map.of();
        };
    }
}
