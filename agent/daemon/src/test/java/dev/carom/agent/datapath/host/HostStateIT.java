package dev.carom.agent.datapath.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestVip;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed data path left on its host is put back. */
@Tag("lab")
class HostStateIT {
    /** Neighbour entries age by themselves: their state is left out. */
    private static final String SNAPSHOT = """
            ip -d link show dev eth0; ethtool -k eth0; ip rule; ip -6 rule; ip route show table all;
            ip -6 route show table all; ip neigh show nud permanent; nft list ruleset; tc qdisc show;
            sysctl -a 2>/dev/null | grep -E '^net\\.(ipv4|ipv6|core)\\.' | grep -vE 'random|nf_conntrack_count'
            """;

    private TestSegment segment;

    @TempDir
    private Path stateDirectory;

    @BeforeEach
    void build() throws Exception {
        segment = new TestSegment("h");
        segment.run("lb", "ethtool", "-K", "eth0", "gro", "on");
    }

    @AfterEach
    void remove() throws IOException {
        segment.close();
    }

    @Test
    void detachRestoresWhatTwoKilledStartsChanged() throws Exception {
        String before = snapshot();
        startAndKill();
        String changed = snapshot();
        assertThat(changed).contains("table netdev carom", TestVip.ADDRESS.toString(), "generic-receive-offload: off");
        startAndKill();
        assertThat(snapshot()).isEqualTo(changed);

        detach();
        assertThat(snapshot()).isEqualTo(before);
        assertThat(Files.list(stateDirectory)).isEmpty();
    }

    @Test
    void detachTwiceOrWithoutAStartChangesNothing() throws Exception {
        String before = snapshot();
        detach();
        detach();
        assertThat(snapshot()).isEqualTo(before);
    }

    private void detach() throws Exception {
        segment.in("lb", () -> {
            HostState.detach(stateDirectory);
            return true;
        });
    }

    /** A process of its own, so that it can be killed as SIGKILL kills. */
    private void startAndKill() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        "ip",
                        "netns",
                        "exec",
                        segment.namespace("lb"),
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AttachedProcess.class.getName(),
                        stateDirectory.toString()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = process.inputReader()) {
            StringBuilder all = new StringBuilder();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(AttachedProcess.READY)) {
                    return;
                }
                all.append(line).append('\n');
            }
            throw new AssertionError("the data path did not attach: " + all);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String snapshot() throws IOException {
        return segment.run("lb", "sh", "-c", SNAPSHOT);
    }
}
