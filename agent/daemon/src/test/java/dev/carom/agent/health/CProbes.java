package dev.carom.agent.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code src/test/c/probes.c}, compiled: the measure for the agent's own probes. */
final class CProbes {
    private final Path program;
    private final Path errors;

    private CProbes(Path program, Path errors) {
        this.program = program;
        this.errors = errors;
    }

    static CProbes compile(Path directory) throws IOException, InterruptedException {
        Path program = directory.resolve("probes");
        Process compiler = new ProcessBuilder(
                        "gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program.toString(), "src/test/c/probes.c")
                .inheritIO()
                .start();
        if (compiler.waitFor() != 0) {
            throw new AssertionError("probes.c does not compile");
        }
        return new CProbes(program, directory.resolve("probes.err"));
    }

    void serve(TestNetwork.Host host, int firstPort, int ports) throws IOException {
        Process server =
                host.start(errors, program.toString(), "serve", Integer.toString(firstPort), Integer.toString(ports));
        if (!"ready".equals(server.inputReader().readLine())) {
            throw new AssertionError("no server: " + Files.readString(errors));
        }
    }

    /** By the policy routes that the agent would set, so that the kernel has the same to do. */
    double microsPerProbe(
            TestNetwork.Host host, String vip, int firstPort, int ports, int backends, int rate, int seconds)
            throws IOException {
        steer(host, "add", vip, backends);
        try {
            Process asking = host.start(
                    errors,
                    program.toString(),
                    "ask",
                    vip,
                    Integer.toString(firstPort),
                    Integer.toString(ports),
                    Integer.toString(backends),
                    Integer.toString(rate),
                    Integer.toString(seconds));
            String[] result = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ");
            long accepted = Long.parseLong(result[0]);
            if (accepted < 0.98 * rate * seconds) {
                throw new AssertionError("C's probes failed: " + List.of(result));
            }
            return Double.parseDouble(result[2]) / (accepted + Long.parseLong(result[1]));
        } finally {
            steer(host, "del", vip, backends);
        }
    }

    private static void steer(TestNetwork.Host host, String verb, String vip, int backends) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < backends; i++) {
            int first = SourcePorts.firstOf(i);
            lines.add("rule %s pref 7470 protocol 201 sport %d-%d lookup %d"
                    .formatted(verb, first, first + SourcePorts.PER_SLOT - 1, 74_700 + i));
            lines.add("route %s %s via 10.9.0.%d dev eth0 onlink hoplimit 1 table %d proto 201"
                    .formatted(verb, vip, 101 + i, 74_700 + i));
        }
        for (String line : lines) {
            host.ip(line.split(" "));
        }
    }
}
