package dev.carom.lab.namespace;

import dev.carom.lab.process.Command;
import dev.carom.lab.process.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A named network namespace, as {@code ip netns} keeps it. */
public record NetworkNamespace(String name) {
    private static final Path DIRECTORY = Path.of("/run/netns");

    public static NetworkNamespace create(String name) {
        Command.of("ip", "netns", "add", name).require();
        return new NetworkNamespace(name);
    }

    Path path() {
        return DIRECTORY.resolve(name);
    }

    /** The arguments that run a program inside; the process that starts with them is the program's own. */
    public List<String> inside(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", name));
        all.addAll(arguments);
        return all;
    }

    public String require(String... arguments) {
        return Command.of(inside(List.of(arguments))).require();
    }

    public Output run(String... arguments) {
        return Command.of(inside(List.of(arguments))).run();
    }

    /** Runs the lines as one {@code ip -batch}. */
    public void ip(List<String> lines) {
        if (!lines.isEmpty()) {
            Command.of("ip", "-n", name, "-batch", "-").withInput(lines).require();
        }
    }

    /** Runs the lines as one {@code bridge -batch}. */
    public void bridge(List<String> lines) {
        Command.of("bridge", "-n", name, "-batch", "-").withInput(lines).require();
    }

    /** Settings of the form {@code key=value}; one that this kernel does not know is passed over. */
    public void sysctl(List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of("sysctl", "-q", "-e", "-w"));
        arguments.addAll(settings);
        Command.of(inside(arguments)).require();
    }

    /**
     * Runs Java code whose sockets belong to this namespace: on a thread of its own, which joins it and then ends.
     * Only sockets that this very thread opens are inside; they stay so in whatever thread uses them later.
     *
     * @throws IllegalStateException with the cause, if the code fails
     */
    public <T> T call(Callable<T> code) {
        return NamespaceThread.call(this, code);
    }

    /** Ends what still runs inside, then removes the name; the kernel frees the rest. */
    public void delete() {
        Output inside = Command.of("ip", "netns", "pids", name).run();
        inside.out()
                .lines()
                .map(Long::parseLong)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        Command.of("ip", "netns", "delete", name).run();
    }
}
