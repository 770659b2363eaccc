package dev.carom.bench;

import dev.carom.lab.Lab;
import dev.carom.lab.LabOptions;
import dev.carom.lab.deployment.ControlPlane;
import dev.carom.lab.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@code ./carom bench api}: the built control plane with its database, filled by REST, and asked with a clock. */
public final class ApiBench {
    private static final int FAILED = 1;
    private static final int CHANGES_PLANNED = 1_000;
    private static final Duration SETTLING = Duration.ofSeconds(40);
    /** Twice what an idle machine shows: a page is ten statements, the statuses of fifty resources and their JSON. */
    private static final double MOST_OF_A_PAGE = 150;

    /** Likewise: a write is a transaction of a dozen statements, while the one before it is rolled out. */
    private static final double MOST_OF_A_WRITE = 100;

    private final Size size;
    private final int calls;
    private final Figures figures = new Figures();

    private ApiBench(Size size, int calls) {
        this.size = size;
        this.calls = calls;
    }

    /** @param arguments the file to write, and {@code --quick} for a tenth of everything */
    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        ApiBench bench = quick ? new ApiBench(Size.QUICK, 50) : new ApiBench(Size.FULL, 200);
        bench.run();
        bench.figures.write(Path.of(arguments[0]));
        bench.figures.broken().forEach(System.err::println);
        System.exit(bench.figures.broken().isEmpty() ? 0 : FAILED);
    }

    private void run() throws IOException {
        try (Lab lab = Lab.start(LabOptions.defaults())) {
            ControlPlane controlPlane = ControlPlane.start(lab, 0);
            Rest rest = new Rest(controlPlane.address().resolve("/api/v1/"), controlPlane.token());
            Path home = lab.scratch("control-plane");
            Path tokens = Files.write(home.resolve("tokens"), fill(rest));
            LabService service = LabService.start(lab, controlPlane, rest, size.labVips() - 1);
            try (RawDatabase database = new RawDatabase(home.resolve("postgres"))) {
                database.analyze();
                figures.add("VIPs, backends", database.count("vip") + ", " + database.count("backend"));
                measureRequests(rest, database);
            }
            // Verified is what a node has read back from its data path.
            service.changes(calls)
                    .forEach((rung, timings) -> figures.add("REST write to " + rung + " at both nodes", timings));
            measureSwarm(controlPlane, rest, tokens);
        }
    }

    private List<String> fill(Rest rest) {
        Estate estate = new Estate(size);
        rest.put("config", estate.groups());
        List<String> tokens = new ArrayList<>();
        for (int group = 1; group <= size.groups(); group++) {
            String id = rest.get("node-groups?filter=name=" + Estate.group(group))
                    .body()
                    .get("items")
                    .get(0)
                    .get("id")
                    .asString();
            for (int node = 1; node <= size.nodes(); node++) {
                tokens.add(rest.post(
                                "nodes",
                                Map.of(
                                        "name",
                                        "node-%02d-%02d".formatted(group, node),
                                        "nodeGroupId",
                                        id,
                                        "addresses",
                                        List.of("10." + group + ".0." + (10 + node))))
                        .text("token"));
            }
        }
        double seconds = rest.put("config", estate.services()).nanos() / 1e9;
        figures.add("All of it but the nodes in one PUT /config", String.format(Locale.ROOT, "%.1f s", seconds));
        return tokens;
    }

    private void measureRequests(Rest rest, RawDatabase database) {
        Map<String, Timings> reads = new Reads(rest, calls).all();
        reads.forEach((what, timings) -> figures.add("Page of 50 " + what, timings));
        Timings rawPage = database.page(calls);
        figures.add("Raw statement of a page", rawPage);
        figures.ratio(
                "Page of VIPs to its raw statement",
                Objects.requireNonNull(reads.get("VIPs")),
                rawPage,
                MOST_OF_A_PAGE);
        Map<String, Timings> writes = new Writes(rest, calls).all();
        writes.forEach(figures::add);
        Timings rawWrite = database.write(calls);
        figures.add("Raw statement of a write", rawWrite);
        figures.ratio(
                "PATCH to its raw statement",
                Objects.requireNonNull(writes.get("PATCH of a backend's weight")),
                rawWrite,
                MOST_OF_A_WRITE);
        Estate estate = new Estate(size);
        List<Long> plans = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            plans.add(rest.post("config/plan", estate.weights(CHANGES_PLANNED, 251 + i % 5))
                    .nanos());
        }
        figures.add("Plan of " + CHANGES_PLANNED + " changes", new Timings(plans));
    }

    private void measureSwarm(ControlPlane controlPlane, Rest rest, Path tokens) {
        int nodes = size.groups() * size.nodes();
        try (SwarmProcess swarm = SwarmProcess.start(controlPlane.address(), tokens, size)) {
            // All have reported their MAC addresses, and all of that has been rolled out.
            swarm.awaitAll(nodes, SETTLING);
            String nodesAtWork = nodes + " nodes that report each 10 s";
            figures.add("CPU of the control plane with " + nodesAtWork, share(controlPlane));
            new Reads(rest, calls)
                    .withFleet()
                    .forEach((what, timings) -> figures.add("Page of 50 " + what + " meanwhile", timings));
            Propagation propagation = Propagation.measure(rest, swarm, size, calls);
            figures.add("REST write to all " + size.nodes() + " nodes of a group", propagation.received());
            figures.add("the same, with all acknowledgements", propagation.verified());
            swarm.carryAll();
            Waiting.pause(SETTLING);
            figures.add("CPU with traffic for all VIPs of its group at each of them", share(controlPlane));
            if (!swarm.complaints().isEmpty()) {
                throw new IllegalStateException(
                        "The agents complain: " + swarm.complaints().getFirst());
            }
        }
    }

    /** Over two minutes, in which each node's minutes are written twice. */
    private static String share(ControlPlane controlPlane) {
        double before = ProcessorTime.of(controlPlane.pid());
        long start = System.nanoTime();
        Waiting.pause(Duration.ofMinutes(2));
        double share = (ProcessorTime.of(controlPlane.pid()) - before) * 1e9 / (System.nanoTime() - start);
        return String.format(Locale.ROOT, "%.1f %% of a core", 100 * share);
    }
}
