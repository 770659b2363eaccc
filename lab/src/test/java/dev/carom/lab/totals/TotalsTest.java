package dev.carom.lab.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TotalsTest {
    private static final String PASSING = "<testcase name='p' classname='C' time='30'/>";
    private static final String FAILING =
            "<testcase name='f' classname='C' time='1,200.5'><failure message='expected 1&#10;but was 2'/></testcase>";
    private static final String SKIPPING =
            "<testcase name='s' classname='C'><skipped message='no root: run as root'/></testcase>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @BeforeEach
    void shellRunnerReported() throws IOException {
        report("target/shell-reports/TEST-launcher.xml", PASSING);
    }

    @Test
    void addsUpTheReportsOfAllRunners() throws IOException {
        source("agent/daemon/src/test/java/dev/carom/AgentTest.java", "class AgentTest {}");
        report("agent/daemon/target/surefire-reports/TEST-dev.carom.AgentTest.xml", PASSING + PASSING);
        source("lab/src/test/java/dev/carom/ForwardIT.java", "class ForwardIT {}");
        report("lab/target/failsafe-reports/TEST-dev.carom.ForwardIT.xml", PASSING);
        write("lab/target/failsafe-reports/failsafe-summary.xml", "<failsafe-summary/>");

        assertThat(total(0)).isEqualTo("4 passed, 0 failed");
    }

    @Test
    void printsEachFailureAndTheMinutesOfItsRunner() throws IOException {
        report("target/shell-reports/TEST-launcher.xml", PASSING + FAILING);

        Summary summary = Totals.summarize(root, 0, false, false, false);

        assertThat(summary.lastLine()).isEqualTo("1 passed, 1 failed");
        assertThat(summary.lines())
                .contains("FAILED   C.f: expected 1 but was 2")
                .anySatisfy(line -> assertThat(line).startsWith("shell").endsWith("20.5 min"));
    }

    @Test
    void aTestClassWithoutAReportIsAFailure() throws IOException {
        source("lab/src/test/java/dev/carom/ForwardIT.java", "class ForwardIT {}");
        source("lab/src/test/java/dev/carom/NestedTest.java", "class NestedTest {}");
        report("lab/target/surefire-reports/TEST-dev.carom.NestedTest$Inner.xml", PASSING);

        Summary summary = Totals.summarize(root, 0, false, false, false);

        assertThat(summary.lines()).contains("FAILED   lab (integration): no report of dev.carom.ForwardIT");
        assertThat(summary.failed()).isEqualTo(1);
    }

    @Test
    void abstractClassesAndInTheQuickTierSlowOnesNeedNoReport() throws IOException {
        source("lab/src/test/java/dev/carom/GoldenTest.java", "abstract class GoldenTest {}");
        source("lab/src/test/java/dev/carom/SoakIT.java", "@Tag(\"slow\")\nclass SoakIT {}");

        assertThat(Totals.summarize(root, 0, false, false, false).failed()).isZero();
        assertThat(Totals.summarize(root, 0, true, false, false).failed()).isEqualTo(1);
    }

    @Test
    void aRunnerWithoutAnyReportIsAFailure() throws IOException {
        Files.delete(root.resolve("target/shell-reports/TEST-launcher.xml"));
        write("web-ui/package.json", "{}");

        assertThat(total(0)).isEqualTo("0 passed, 3 failed");

        report("web-ui/target/reports/TEST-vitest.xml", PASSING);
        assertThat(Totals.summarize(root, 0, false, false, false).lines())
                .contains("FAILED   web-ui: no report of browser");
    }

    @Test
    void aBuildThatFailsIsAFailureThoughEveryReportIsGood() {
        assertThat(total(1)).isEqualTo("1 passed, 1 failed");
    }

    @Test
    void aHalfWrittenReportIsAFailure() throws IOException {
        write("target/shell-reports/TEST-killed.xml", "<testsuite><testcase name='p'");

        assertThat(total(0)).isEqualTo("1 passed, 1 failed");
    }

    @Test
    void nothingRunIsAFailureEvenWhenOnlySomeTestsWereAskedFor() throws IOException {
        Files.delete(root.resolve("target/shell-reports/TEST-launcher.xml"));

        assertThat(Totals.summarize(root, 0, false, true, false).lastLine()).isEqualTo("0 passed, 1 failed");
    }

    @Test
    void aSkipIsPrintedWithItsReasonAndFailsUnderCiUnlessItsReasonIsListed() throws IOException {
        report("target/shell-reports/TEST-launcher.xml", PASSING + SKIPPING);

        assertThat(Totals.summarize(root, 0, false, false, false).lines())
                .contains("skipped  C.s: no root: run as root");
        assertThat(total(0)).isEqualTo("1 passed, 0 failed");
        assertThat(Totals.summarize(root, 0, false, false, true).lastLine()).isEqualTo("1 passed, 1 failed");

        write(".ci/allowed-skips.txt", "# what a machine cannot mend\nno root\n");
        assertThat(Totals.summarize(root, 0, false, false, true).lastLine()).isEqualTo("1 passed, 0 failed");
    }

    @Test
    void theTotalIsTheLastLineAndDecidesTheExitCode() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true);

        assertThat(Totals.run(List.of(root.toString(), "0"), Map.of(), out)).isZero();
        assertThat(printed.toString()).endsWith("\n1 passed, 0 failed\n");

        report("target/shell-reports/TEST-launcher.xml", SKIPPING + PASSING);
        assertThat(Totals.run(List.of(root.toString(), "0"), Map.of("CI", "true"), out))
                .isEqualTo(1);
    }

    private String total(int mavenExit) {
        return Totals.summarize(root, mavenExit, false, false, false).lastLine();
    }

    private void report(String path, String cases) throws IOException {
        write(path, "<testsuite>" + cases + "</testsuite>");
    }

    private void source(String path, String text) throws IOException {
        write(path, "package dev.carom;\n\n" + text + "\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
