package dev.carom.agent.forwarding.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Jazzer on one target, bounded, in a process of its own: it instruments what it runs, and ends its JVM.
 *
 * @param bound Jazzer's option that ends it: so many inputs, or so many seconds
 * @param folder its seeds, what it finds and its log; what it found is kept for the next run
 */
record FuzzRun(FuzzTarget target, String bound, Path folder) {
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units:\\s+(\\d+)");
    private static final Pattern COVERED = Pattern.compile("\\bcov: (\\d+)");
    /** An input that takes longer would stop the packet loop; far above what a busy machine needs. */
    private static final Duration LONGEST_INPUT = Duration.ofSeconds(60);

    /** {@code covered} counts edges; {@code log} is Jazzer's. */
    record Outcome(int exitCode, OptionalLong inputs, OptionalLong covered, Path log) {}

    Outcome run() throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = writeSeeds();
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(corpus, seeds))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int exitCode = process.waitFor();
            String said = Files.readString(log);
            return new Outcome(exitCode, last(EXECUTED, said), last(COVERED, said), log);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path corpus, Path seeds) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+EnableDynamicAgentLoading",
                "-Xmx512m",
                "-cp",
                classPath,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.fuzzer().getName(),
                "--instrumentation_includes=dev.carom.agent.forwarding.*:dev.carom.agent.packet.*",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                bound,
                "-timeout=" + LONGEST_INPUT.toSeconds(),
                "-max_len=2048",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString());
    }

    private Path writeSeeds() throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        List<byte[]> frames = target.seeds();
        for (int i = 0; i < frames.size(); i++) {
            Files.write(seeds.resolve("golden-" + i), frames.get(i));
        }
        return seeds;
    }

    private static OptionalLong last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToLong(Long::parseLong)
                .reduce((earlier, later) -> later);
    }
}
