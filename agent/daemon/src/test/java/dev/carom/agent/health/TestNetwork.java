package dev.carom.agent.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Namespaces on one bridge or several, each with a prefix of its own, removed by exact name. */
final class TestNetwork implements AutoCloseable {
    private final String prefix =
            "carom-h" + Long.toString(ProcessHandle.current().pid(), 36);
    private final Path files;
    private final Map<String, Host> hosts = new TreeMap<>();
    private final List<Process> started = new ArrayList<>();
    private int links;

    TestNetwork(Path files) {
        this.files = files;
    }

    /** A namespace and what runs in it. */
    final class Host {
        private final String namespace;

        private Host(String name) {
            namespace = prefix + "-" + name;
            run("ip", "netns", "add", namespace);
            run("ip", "-n", namespace, "link", "set", "lo", "up");
            // A new namespace takes it from the machine's own.
            sysctl("net.ipv4.ip_forward=0");
        }

        /** Links this host's interface to a bridge that is made when it is first named. */
        Host link(String interfaceName, String bridge, String... addresses) {
            String end = "h" + Long.toString(ProcessHandle.current().pid(), 36) + "x" + links++;
            Host network = host("switch");
            if (!tryRun("ip", "-n", network.namespace, "link", "show", bridge)) {
                run("ip", "-n", network.namespace, "link", "add", bridge, "type", "bridge");
                run("ip", "-n", network.namespace, "link", "set", bridge, "up");
            }
            run(
                    "ip",
                    "link",
                    "add",
                    end,
                    "netns",
                    network.namespace,
                    "type",
                    "veth",
                    "peer",
                    "name",
                    interfaceName,
                    "netns",
                    namespace);
            run("ip", "-n", network.namespace, "link", "set", end, "master", bridge, "up");
            ip("link", "set", interfaceName, "up");
            for (String address : addresses) {
                addAddress(interfaceName, address);
            }
            return this;
        }

        /** Without duplicate address detection, which would keep an IPv6 address tentative for a second. */
        void addAddress(String interfaceName, String address) {
            if (address.contains(":")) {
                ip("addr", "add", address, "dev", interfaceName, "nodad");
            } else {
                ip("addr", "add", address, "dev", interfaceName);
            }
        }

        void ip(String... arguments) {
            run(prepend(arguments, "ip", "-n", namespace));
        }

        String ipOutput(String... arguments) {
            return TestNetwork.output(prepend(arguments, "ip", "-n", namespace));
        }

        String output(String... command) {
            return TestNetwork.output(prepend(command, "ip", "netns", "exec", namespace));
        }

        /** The TCP sockets of this host, one a line. */
        List<String> ssOutput() {
            return output("ss", "-Htan").lines().toList();
        }

        boolean listens(int port) {
            String sockets = output("ss", "-Htln", "sport = :" + port);
            return !sockets.isBlank();
        }

        void sysctl(String... assignments) {
            run(prepend(assignments, "ip", "netns", "exec", namespace, "sysctl", "-qw"));
        }

        /** The two steps of a DSR backend: quiet about the VIP first, then the address. */
        Host holdVip(String vip) {
            sysctl("net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.all.arp_announce=2");
            addAddress("lo", vip);
            return this;
        }

        Process start(Path errors, String... command) {
            return launch(errors, prepend(command, "ip", "netns", "exec", namespace));
        }

        /** A program of the tests; returns when it has said its first line. */
        Process startJava(Class<?> program, String... arguments) throws IOException {
            Process process = start(
                    files.resolve(program.getSimpleName() + ".err"),
                    prepend(
                                    arguments,
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path", System.getProperty("java.class.path")),
                                    program.getName())
                            .toArray(String[]::new));
            if (process.inputReader().readLine() == null) {
                throw new AssertionError(program + " did not start");
            }
            return process;
        }

        /** An HTTP server on every address and port 80, whose whole answer is {@code text}. */
        Process serveHttp(String text) throws IOException, InterruptedException {
            return serve(text, "listen 80; listen [::]:80;");
        }

        Process serve(String text, String listen) throws IOException, InterruptedException {
            Path directory = Files.createTempDirectory(files, "nginx");
            Path configuration = directory.resolve("nginx.conf");
            Files.writeString(configuration, """
                    daemon off; master_process off; user root; pid %1$s/pid; error_log %1$s/error.log;
                    events {}
                    http { access_log off; server { %2$s location / { return 200 "%3$s"; } } }
                    """.formatted(directory, listen, text));
            Process server = start(directory.resolve("output"), "nginx", "-c", configuration.toString());
            for (int i = 0; !listens(80); i++) {
                if (i == 200 || !server.isAlive()) {
                    throw new AssertionError("no server on port 80: " + Files.readString(directory.resolve("output")));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return server;
        }
    }

    Host host(String name) {
        Host known = hosts.get(name);
        if (known == null) {
            known = new Host(name);
            hosts.put(name, known);
        }
        return known;
    }

    private Process launch(Path errors, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        started.forEach(TestNetwork::kill);
        hosts.values().forEach(host -> tryRun("ip", "netns", "del", host.namespace));
    }

    static void kill(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<String> prepend(String[] rest, String... first) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(rest));
        return all;
    }

    private static void run(String... command) {
        output(Arrays.asList(command));
    }

    private static void run(List<String> command) {
        output(command);
    }

    private static boolean tryRun(String... command) {
        try {
            output(Arrays.asList(command));
            return true;
        } catch (AssertionError failed) {
            return false;
        }
    }

    private static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + text);
            }
            return text;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
