package dev.carom.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Path;

/** The chart, rendered as release {@code lb} in the namespace {@code carom-system}. */
final class Chart {
    static final Path DIRECTORY = Path.of("carom");
    private static final String RELEASE = "lb";
    private static final String NAMESPACE = "carom-system";

    private Chart() {}

    /** By the real command; hooks are among it. What it refuses comes back with its exit code. */
    static Command template(Path values) throws IOException, InterruptedException {
        return Command.helm(
                "template", RELEASE, DIRECTORY.toString(), "--namespace", NAMESPACE, "--values", values.toString());
    }

    /** @throws AssertionError with helm's message when the values are refused */
    static String render(Path values) throws IOException, InterruptedException {
        return template(values).succeeded();
    }

    /** By the library, which leaves hooks out. */
    static String renderInProcess(Path values) {
        return new Helm(DIRECTORY)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion("1.35")
                .withValuesFile(values)
                .call();
    }

    /** Without values: what the templates themselves are worth. */
    static LintResult lint() {
        return new Helm(DIRECTORY).lint().strict().call();
    }
}
