package dev.carom.lab.server;

import dev.carom.lab.Host;
import dev.carom.lab.process.LabProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Debian's dnsmasq as a name server. It answers from the address it was asked at, and to a question for
 * {@link #WHO} with the host's name; the answer for {@link #LARGE} is longer than a frame.
 */
public final class Dnsmasq {
    /** A text record with the name of the host that answers. */
    public static final String WHO = "who.lab.test";

    /** A text record of more than {@link #LARGE_BYTES}. */
    public static final String LARGE = "large.lab.test";

    public static final int LARGE_BYTES = 12 * 250;

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private Dnsmasq() {}

    /** Starts it for these addresses of the host, which may come later, and waits until it listens. */
    public static LabProcess start(Host host, List<String> addresses) {
        String large = String.join(",", Collections.nCopies(12, "x".repeat(250)));
        List<String> arguments = new ArrayList<>(List.of(
                "dnsmasq",
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--pid-file=",
                "--log-facility=-",
                "--user=root",
                "--no-resolv",
                "--no-hosts",
                "--bind-dynamic",
                "--edns-packet-max=4096",
                "--txt-record=" + WHO + "," + host.name().label(),
                "--txt-record=" + LARGE + "," + large));
        addresses.forEach(address -> arguments.add("--listen-address=" + address));
        LabProcess server = host.start("dnsmasq", arguments, Map.of());
        server.awaitReady(
                START_LIMIT,
                () -> addresses.stream()
                        .allMatch(address -> host.run("dig", "+time=1", "+tries=1", "@" + address, WHO, "TXT")
                                .succeeded()));
        return server;
    }
}
