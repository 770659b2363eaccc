package dev.carom.lab;

import dev.carom.lab.namespace.NetworkNamespace;
import dev.carom.lab.process.Command;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.Output;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** One host of a started lab: its namespace, its addresses, and a way to run things on it. */
public final class Host {
    private final Lab lab;
    private final HostName name;
    private final NetworkNamespace namespace;
    private final Link link;

    Host(Lab lab, HostName name, NetworkNamespace namespace, Link link) {
        this.lab = lab;
        this.name = name;
        this.namespace = namespace;
        this.link = link;
    }

    public HostName name() {
        return name;
    }

    public NetworkNamespace namespace() {
        return namespace;
    }

    /** The wire on {@code eth0}. */
    public Link link() {
        return link;
    }

    public String ipv4() {
        return link.ipv4();
    }

    public String ipv6() {
        return link.ipv6();
    }

    public String mac() {
        return link.mac();
    }

    public Output run(String... arguments) {
        return namespace.run(arguments);
    }

    public Output run(Duration limit, List<String> arguments) {
        return Command.of(namespace.inside(arguments)).within(limit).run();
    }

    /**
     * Runs a program to its end and returns what it printed.
     *
     * @throws dev.carom.lab.process.CommandFailed unless it ends with status 0
     */
    public String require(String... arguments) {
        return namespace.require(arguments);
    }

    /** The same with a limit of its own. */
    public String require(Duration limit, String... arguments) {
        return Command.of(namespace.inside(List.of(arguments))).within(limit).require();
    }

    /** Whole frames' bytes that {@code eth0} has received, as its driver counts them. */
    public long bytesReceived() {
        return statistic("rx_bytes");
    }

    /** Whole frames' bytes that {@code eth0} has sent. */
    public long bytesSent() {
        return statistic("tx_bytes");
    }

    private long statistic(String name) {
        return Long.parseLong(require("cat", "/sys/class/net/" + link.device() + "/statistics/" + name)
                .strip());
    }

    /** Runs Java code whose sockets belong to this host: see {@link NetworkNamespace#call}. */
    public <T> T call(Callable<T> code) {
        return namespace.call(code);
    }

    /** Starts a program that ends with the lab at the latest; its log is {@code <host>-<program>.log}. */
    public LabProcess start(String program, List<String> arguments, Map<String, String> environment) {
        return lab.start(name.label() + "-" + program, namespace.inside(arguments), environment);
    }

    /** The VIP as a backend holds it: on the loopback. */
    public void addLoopbackAddress(String address) {
        namespace.ip(List.of(loopback("add", address)));
    }

    public void removeLoopbackAddress(String address) {
        namespace.ip(List.of(loopback("del", address)));
    }

    private static String loopback(String verb, String address) {
        return address.contains(":")
                ? "addr %s %s/128 dev lo nodad".formatted(verb, address)
                : "addr %s %s/32 dev lo".formatted(verb, address);
    }
}
