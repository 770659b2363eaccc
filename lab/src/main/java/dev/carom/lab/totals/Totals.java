package dev.carom.lab.totals;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Adds up what all runners reported. Usage: {@code Totals ROOT MAVEN_EXIT_CODE [--slow] [--only]}; exit 1 when anything
 * failed. The launcher runs this file from source, so that a build that does not compile still gets its total.
 */
final class Totals {
    private Totals() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        Path root = Path.of(arguments.get(0)).toAbsolutePath().normalize();
        int mavenExit = Integer.parseInt(arguments.get(1));
        Summary summary = summarize(
                root,
                mavenExit,
                arguments.contains("--slow"),
                arguments.contains("--only"),
                "true".equals(environment.get("CI")));
        out.println();
        summary.lines().forEach(out::println);
        out.println(summary.lastLine());
        return summary.failed() == 0 ? 0 : 1;
    }

    /** {@code filtered}: only some tests were asked for, so that a class without a report is none's fault. */
    static Summary summarize(Path root, int mavenExit, boolean slow, boolean filtered, boolean strict) {
        Summary.Builder summary = new Summary.Builder(AllowedSkips.read(root.resolve(".ci/allowed-skips.txt")), strict);
        for (Runner runner : ExpectedRunners.of(root, slow)) {
            List<Path> files = runner.files();
            if (!filtered || !files.isEmpty()) {
                summary.add(
                        runner.name(),
                        files.stream()
                                .flatMap(file -> JUnitXml.read(file).stream())
                                .toList());
            }
            if (!filtered) {
                runner.missing().forEach(missing -> summary.fail(runner.name() + ": no report of " + missing));
            }
        }
        if (mavenExit != 0) {
            summary.fail("the build ended with exit code " + mavenExit + ": its own messages are above");
        }
        return summary.build();
    }
}
