package dev.carom.agent.datapath;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.carom.agent.linux.CheckedCall;
import dev.carom.agent.linux.FileDescriptors;
import dev.carom.agent.linux.HostCommand;
import dev.carom.agent.packet.MacAddress;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * One Ethernet segment: a switch and hosts {@code lb client backend1 backend2}, each a namespace with an {@code eth0}.
 * The offloads that a wire would not have are off.
 */
public final class TestSegment implements AutoCloseable {
    private static final CheckedCall OPEN = new CheckedCall("open", ADDRESS, JAVA_INT);
    private static final CheckedCall SETNS = new CheckedCall("setns", JAVA_INT, JAVA_INT);
    private static final int CLONE_NEWNET = 0x40000000;
    private static final List<String> HOSTS = List.of("lb", "client", "backend1", "backend2");
    private static final String SWITCH = "switch";

    private final String prefix;
    private final List<String> made = new ArrayList<>();

    public TestSegment(String name) throws Exception {
        prefix = "carom-" + name + ProcessHandle.current().pid() + "-";
        try {
            build();
        } catch (Exception | Error failure) {
            close();
            throw failure;
        }
    }

    private void build() throws IOException {
        add(SWITCH);
        ip(SWITCH, "link add br0 type bridge mcast_snooping 0");
        ip(SWITCH, "link set br0 up");
        for (String host : HOSTS) {
            add(host);
            ip(SWITCH, "link add " + host + " type veth peer name eth0 netns " + prefix + host);
            run(SWITCH, "ethtool", "-K", host, "tx", "off", "tso", "off", "gso", "off", "gro", "off");
            ip(SWITCH, "link set " + host + " master br0 up");
            run(host, "ethtool", "-K", "eth0", "tx", "off", "tso", "off", "gso", "off");
            run(host, "sysctl", "-qw", "net.ipv4.ip_forward=0", "net.ipv6.conf.eth0.accept_dad=0");
            ip(host, "link set eth0 up");
            ip(host, "link set lo up");
            ip(host, "address add " + address(host) + "/24 dev eth0");
            ip(host, "address add " + ipv6Address(host) + "/64 dev eth0");
        }
    }

    /** Gives the balancer an {@code eth1} on a segment of its own, and puts {@code backend1} there: 10.67.0.0/24. */
    public void splitOffBackend1() throws IOException {
        ip(SWITCH, "link add br1 type bridge mcast_snooping 0");
        ip(SWITCH, "link set br1 up");
        ip(SWITCH, "link add lb1 type veth peer name eth1 netns " + namespace("lb"));
        run(SWITCH, "ethtool", "-K", "lb1", "tx", "off", "tso", "off", "gso", "off", "gro", "off");
        ip(SWITCH, "link set lb1 master br1 up");
        ip(SWITCH, "link set backend1 master br1");
        ip("lb", "link set eth1 up");
        ip("lb", "address add 10.67.0.1/24 dev eth1");
        ip("backend1", "address add 10.67.0.3/24 dev eth0");
    }

    /** Takes the balancer's interface away, as pulling a card does. */
    public void removeLbInterface() throws IOException {
        ip(SWITCH, "link del lb");
    }

    /** Puts one of the same name in its place, with coalescing on and another MAC. */
    public void addLbInterface() throws IOException {
        ip(SWITCH, "link add lb type veth peer name eth0 netns " + namespace("lb"));
        run(SWITCH, "ethtool", "-K", "lb", "tx", "off", "tso", "off", "gso", "off", "gro", "off");
        ip(SWITCH, "link set lb master br0 up");
        run("lb", "ethtool", "-K", "eth0", "gro", "on");
        ip("lb", "link set eth0 up");
        ip("lb", "address add " + address("lb") + "/24 dev eth0");
    }

    /** The longest IP packet of every host and of the switch. */
    public void setMtu(int mtu) throws IOException {
        for (String host : HOSTS) {
            ip(SWITCH, "link set " + host + " mtu " + mtu);
            ip(host, "link set eth0 mtu " + mtu);
        }
        ip(SWITCH, "link set br0 mtu " + mtu);
    }

    /** Lets the client leave checksums and segmentation to a card that is not there, as a veth pair usually does. */
    public void offloadClient() throws IOException {
        for (String port : List.of("client", "lb")) {
            run(SWITCH, "ethtool", "-K", port, "tx", "on", "tso", "on", "gso", "on");
        }
        run("client", "ethtool", "-K", "eth0", "tx", "on", "tso", "on", "gso", "on");
    }

    private void add(String host) throws IOException {
        HostCommand.run("ip", "netns", "add", prefix + host).orThrow();
        made.add(prefix + host);
    }

    public String address(String host) {
        return "10.66.0." + (HOSTS.indexOf(host) + 1);
    }

    public String ipv6Address(String host) {
        return "2001:db8:66::" + (HOSTS.indexOf(host) + 1);
    }

    public String namespace(String host) {
        return prefix + host;
    }

    public MacAddress mac(String host) throws Exception {
        return in(host, () -> InterfaceLookup.find(List.of("eth0")).getFirst().mac());
    }

    public void ip(String host, String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ip", "-n", prefix + host));
        command.addAll(List.of(arguments.split(" ")));
        HostCommand.run(command, "").orThrow();
    }

    public String run(String host, String... command) throws IOException {
        List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", prefix + host));
        inside.addAll(List.of(command));
        return HostCommand.run(inside, "").orThrow();
    }

    /** Runs the task on a thread of its own that has entered the host's network. */
    public <T> T in(String host, Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().name("in-" + host).start(() -> {
            try {
                enter(host);
                result.complete(task.call());
            } catch (Exception | Error failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get();
    }

    private void enter(String host) {
        try (Arena arena = Arena.ofConfined()) {
            int namespace = OPEN.call(arena.allocateFrom("/run/netns/" + prefix + host), 0);
            SETNS.call(namespace, CLONE_NEWNET);
            FileDescriptors.close(namespace);
        }
    }

    @Override
    public void close() throws IOException {
        for (String namespace : made) {
            HostCommand.run("ip", "netns", "delete", namespace);
        }
    }
}
