package dev.carom.lab.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules and the dashboard hold what they promise: Prometheus' own tool checks and tries them. */
@Tag("lab")
class MonitoringIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path RULES = ROOT.resolve("helm/carom/files/alerts.yaml");
    private static final Path DASHBOARD = ROOT.resolve("helm/carom/files/dashboard.json");
    private static final Path CASES = Path.of("src/test/resources/dev/carom/lab/monitoring/alerts-test.yaml");
    private static final Pattern METRIC = Pattern.compile("\\bcarom_[a-z_]+");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern RUNBOOK = Pattern.compile("runbook: (\\S+)");
    private static final Pattern DASHBOARD_EXPRESSION = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void theRulesFireWhenTheyShouldAndOnlyThen() throws Exception {
        Files.copy(RULES, directory.resolve("alerts.yaml"));
        Files.copy(CASES, directory.resolve("alerts-test.yaml"));
        promtool("check", "rules", "alerts.yaml");
        promtool("test", "rules", "alerts-test.yaml");
        assertThat(all(Pattern.compile("alertname: (\\w+)"), Files.readString(CASES)))
                .as("each alert has its case")
                .isEqualTo(all(ALERT, Files.readString(RULES)));
    }

    @Test
    void eachAlertHasARunbookThatSaysWhatToDo() throws IOException {
        Set<String> alerts = all(ALERT, Files.readString(RULES));
        Set<String> runbooks = all(RUNBOOK, Files.readString(RULES));
        assertThat(runbooks).hasSameSizeAs(alerts);
        for (String runbook : runbooks) {
            String text = Files.readString(ROOT.resolve(runbook));
            assertThat(alerts).contains(text.lines().findFirst().orElse("").substring(2));
            assertThat(text).contains("**Says** ", "**Means** ", "**Do**\n1. ");
        }
    }

    @Test
    void theDashboardAsksWhatPrometheusUnderstands() throws Exception {
        List<String> expressions = DASHBOARD_EXPRESSION
                .matcher(Files.readString(DASHBOARD))
                .results()
                .map(match -> match.group(1).replace("\\\"", "\"").replace("$__rate_interval", "5m"))
                .toList();
        assertThat(expressions).hasSizeGreaterThan(15);
        StringBuilder rules = new StringBuilder("groups:\n- name: dashboard\n  rules:\n");
        for (int i = 0; i < expressions.size(); i++) {
            rules.append("  - record: panel:expression:%d\n    expr: '%s'\n".formatted(i, expressions.get(i)));
        }
        Files.writeString(directory.resolve("dashboard.yaml"), rules);
        promtool("check", "rules", "dashboard.yaml");
    }

    /** The agent's and the control plane's own tests hold that what is documented is what is exposed. */
    @Test
    void rulesAndDashboardUseDocumentedMetricsAlone() throws IOException {
        Set<String> documented = Files.readAllLines(ROOT.resolve("docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `carom_"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (Path file : List.of(RULES, DASHBOARD)) {
            METRIC.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .map(name -> name.replaceAll("_bucket$", ""))
                    .forEach(used::add);
        }
        assertThat(used).hasSizeGreaterThan(10);
        assertThat(documented).containsAll(used);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Arrays.stream(arguments))
                        .toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
