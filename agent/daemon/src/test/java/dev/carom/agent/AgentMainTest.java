package dev.carom.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AgentMainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine agent =
            AgentMain.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void aMissingSettingIsAMissingPrerequisiteAndIsNamed() {
        assertThat(agent.execute("check")).isEqualTo(AgentMain.PREREQUISITE_MISSING);
        assertThat(err.toString()).startsWith("carom-agent: CAROM_").contains("is missing");
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(agent.execute("fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly");
    }

    @Test
    void theVersionIsTold() {
        assertThat(agent.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("carom-agent ");
    }

    @Test
    void theHelpNamesEveryCommand() {
        assertThat(agent.execute("--help")).isZero();
        assertThat(out.toString()).contains("run", "check", "status", "detach");
    }

    @Test
    void theHelpNamesEverySetting() {
        agent.execute("--help");
        assertThat(out.toString()).contains(Setting.keys());
    }
}
