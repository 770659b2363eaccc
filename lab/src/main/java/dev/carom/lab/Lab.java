package dev.carom.lab;

import dev.carom.lab.namespace.LabRecord;
import dev.carom.lab.namespace.Leftovers;
import dev.carom.lab.namespace.NetworkNamespace;
import dev.carom.lab.namespace.Wiring;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A whole network in namespaces: client, router, switch, two balancers, three backends. Closing it, and the end of
 * this JVM by any signal but SIGKILL, removes all of it; after SIGKILL the next lab that starts does.
 */
public final class Lab implements AutoCloseable {
    private final LabRecord owner;
    private final Topology topology;
    private final Path logs;
    private final Map<HostName, Host> hosts = new EnumMap<>(HostName.class);
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Thread shutdownHook = new Thread(this::remove, "remove lab");
    private boolean removed;

    private Lab(LabRecord owner, LabOptions options) {
        this.owner = owner;
        this.topology = new Topology(owner.id(), options.layout());
        this.logs = options.logs().resolve(owner.id());
    }

    /**
     * Removes the leftovers of dead runs, then builds the network.
     *
     * @throws dev.carom.lab.process.CommandFailed if the machine does not let it; nothing is left then
     */
    public static Lab start(LabOptions options) {
        Leftovers.remove(LabRecord.ROOT);
        Lab lab = new Lab(LabRecord.claim(LabRecord.ROOT), options);
        Runtime.getRuntime().addShutdownHook(lab.shutdownHook);
        try {
            lab.build();
        } catch (RuntimeException e) {
            lab.close();
            throw e;
        }
        return lab;
    }

    private void build() {
        Wiring.build(topology)
                .forEach((name, namespace) -> hosts.put(name, new Host(this, name, namespace, topology.primary(name))));
    }

    public String id() {
        return owner.id();
    }

    public Topology topology() {
        return topology;
    }

    public Path logs() {
        return logs;
    }

    /** A directory that goes with the lab. */
    public Path scratch(String name) {
        try {
            return Files.createDirectories(owner.scratch().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Host host(HostName name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw new IllegalStateException("the lab has no " + name.label());
        }
        return host;
    }

    /** All that this lab has. */
    public List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    /** Where the switch is. */
    public NetworkNamespace wires() {
        return new NetworkNamespace(topology.switchNamespace());
    }

    public List<Host> hosts(List<HostName> names) {
        return names.stream().map(this::host).toList();
    }

    /** Every backend holds the VIP on its loopback from now on. */
    public void addVipToBackends(String address) {
        hosts(HostName.backends()).forEach(backend -> backend.addLoopbackAddress(address));
    }

    /** Starts a program on the machine itself that ends with the lab at the latest. */
    public LabProcess start(String name, List<String> arguments, Map<String, String> environment) {
        LabProcess process = own(LabProcess.start(name, arguments, environment, logs.resolve(name + ".log")));
        owner.addProcess(process.pid());
        return process;
    }

    /** Closes this too when the lab goes, the last one first. */
    public synchronized <T extends AutoCloseable> T own(T resource) {
        owned.push(resource);
        return resource;
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException ignored) {
            // The JVM is ending: the hook has run or finds nothing left.
        }
    }

    private synchronized void remove() {
        if (removed) {
            return;
        }
        removed = true;
        while (!owned.isEmpty()) {
            closeQuietly(owned.pop());
        }
        Leftovers.remove(owner);
    }

    /** What fails to close must not keep the rest of the lab on the machine. */
    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            System.err.println("closing " + resource + ": " + e.getMessage());
        }
    }
}
