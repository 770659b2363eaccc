package dev.carom.agent.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link ProbingProcess} as production runs one, and what it costs. The kernel counts its connections. */
final class ProbeRun implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final double WINDOW_SECONDS = 0.1;

    private final TestNetwork.Host host;
    private final Path files;
    private final String vip;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    record Cost(double probesPerSecond, double microsPerProbe) {}

    private ProbeRun(TestNetwork.Host host, Path files, String vip, Process process) {
        this.host = host;
        this.files = files;
        this.vip = vip;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static ProbeRun start(TestNetwork.Host host, Path files, String vip) throws IOException {
        Process process = host.start(
                files.resolve("probing.err"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ProbingProcess.class.getName());
        ProbeRun run = new ProbeRun(host, files, vip, process);
        run.answers.readLine();
        return run;
    }

    private String say(String command) throws IOException {
        commands.println(command);
        return String.valueOf(answers.readLine());
    }

    void check(String type, int firstPort, int ports, int backends) throws IOException {
        say("check %s %s %d %d %d".formatted(vip, type, firstPort, ports, backends));
    }

    int up() throws IOException {
        return Integer.parseInt(say("up"));
    }

    void awaitUp(int wanted) throws IOException, InterruptedException {
        for (int i = 0; up() < wanted; i++) {
            if (i == PATIENCE_SECONDS) {
                throw new AssertionError("only " + up() + " of " + wanted + " checks pass");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** What the just-in-time compiler does belongs to the start of an agent. */
    void warmUp(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    Cost measure(Duration time) throws InterruptedException {
        long probes = connections();
        Duration used = processorTime();
        long start = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        double done = connections() - probes;
        double nanos = processorTime().minus(used).toNanos();
        return new Cost(done / ((System.nanoTime() - start) / 1e9), nanos / 1e3 / done);
    }

    private Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** {@code ActiveOpens} of the host's network: the third number of the second line that begins with Tcp. */
    private long connections() {
        String counters = host.output("cat", "/proc/net/snmp");
        String[] numbers = counters.lines()
                .filter(line -> line.startsWith("Tcp:"))
                .toList()
                .get(1)
                .split(" ");
        return Long.parseLong(numbers[5]);
    }

    /** How many SYNs left in each 100 ms that begins with one of them. */
    List<Integer> startsPerWindow(Duration time) {
        String capture = host.output(
                "timeout",
                "--preserve-status",
                Long.toString(time.toSeconds()),
                "tcpdump",
                "-qntt",
                "-B",
                "8192",
                "-i",
                "eth0",
                "tcp[13] == 2");
        List<Double> starts = capture.lines()
                .filter(line -> line.contains(" IP "))
                .map(line -> Double.parseDouble(line.substring(0, line.indexOf(' '))))
                .toList();
        List<Integer> windows = new ArrayList<>();
        for (int first = 0, past = 0; first < starts.size(); first++) {
            while (past < starts.size() && starts.get(past) < starts.get(first) + WINDOW_SECONDS) {
                past++;
            }
            windows.add(past - first);
        }
        return windows;
    }

    /** At the end of its input it ends by itself, and takes its routes with it. */
    @Override
    public void close() throws InterruptedException {
        commands.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            TestNetwork.kill(process);
            throw new AssertionError("the checks do not end");
        }
    }
}
