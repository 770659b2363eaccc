package dev.carom.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.ForwarderSettings.FlowTimeouts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentSettingsTest {
    private static final Map<String, String> SMALLEST = Map.of("CAROM_NODE_NAME", "lb1", "CAROM_INTERFACES", "eth0");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void theSmallestEnvironmentForwardsFromDiskWithTheDefaults() {
        AgentSettings settings = read(SMALLEST);

        assertThat(settings.controlPlanes()).isEmpty();
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("/var/lib/carom/agent"));
        assertThat(settings.offload()).isEqualTo(AgentSettings.Offload.AUTO);
        assertThat(settings.httpBind()).isEqualTo(new InetSocketAddress("127.0.0.1", 9477));
    }

    @Test
    void severalControlPlanesAndInterfacesAreSeparatedByCommas() {
        AgentSettings settings = read(with(
                "CAROM_CONTROL_PLANE",
                "http://a:8080/, https://b:8444",
                "CAROM_NODE_TOKEN",
                "t",
                "CAROM_INTERFACES",
                "eth0, eth1"));

        assertThat(settings.controlPlanes()).containsExactly(URI.create("http://a:8080"), URI.create("https://b:8444"));
        assertThat(settings.interfaces()).containsExactly("eth0", "eth1");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Path file = directory.resolve("agent.yaml");
        Files.writeString(file, """
                CAROM_NODE_NAME: from-file
                CAROM_STATE_DIR: /srv/carom
                CAROM_INTERFACES: [eth7, eth8]
                CAROM_DATAPATH_OFFLOAD: off
                """);

        AgentSettings settings = AgentSettings.of(AgentSettings.source(Map.of("CAROM_NODE_NAME", "lb1"), file));

        assertThat(settings.nodeName()).isEqualTo("lb1");
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("/srv/carom"));
        assertThat(settings.interfaces()).containsExactly("eth7", "eth8");
        assertThat(settings.offload()).isEqualTo(AgentSettings.Offload.OFF);
    }

    @Test
    void aMisspeltKeyInTheFileIsNamed() throws IOException {
        Path file = directory.resolve("agent.yaml");
        Files.writeString(file, "CAROM_NODENAME: lb1\n");

        assertThatThrownBy(() -> AgentSettings.source(SMALLEST, file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("CAROM_NODENAME")
                .hasMessageContaining("CAROM_NODE_NAME");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAROM_INTERFACES       | a,b,c           | one or two interfaces",
                "CAROM_INTERFACES       | ''              | one or two interfaces",
                "CAROM_NODE_NAME        | ''              | CAROM_NODE_NAME is missing",
                "CAROM_CONTROL_PLANE    | control:8080    | http://host:8080",
                "CAROM_CONTROL_PLANE    | http://a:8080   | CAROM_NODE_TOKEN is missing",
                "CAROM_DATAPATH_OFFLOAD | yes             | auto, off or required",
                "CAROM_DATAPATH_OFFLOAD | required        | no kernel offload",
                "CAROM_HYGIENE_OFFLOADS | on              | auto, leave or off",
                "CAROM_FLOW_CAPACITY    | 0               | from 1 to",
                "CAROM_FLOW_CAPACITY    | many            | from 1 to",
                "CAROM_FLOW_TIMEOUT_UDP | 60              | 500ms, 30s, 15m or 2h",
                "CAROM_FLOW_TIMEOUT_UDP | 0s              | CAROM_FLOW_TIMEOUT_UDP is a time",
                "CAROM_FLOW_TIMEOUT_UDP | 25h             | up to 24h",
                "CAROM_HTTP_BIND        | localhost:pork  | address:port",
            })
    void aWrongSettingIsNamedAndTheMessageSaysWhatToWrite(String key, String value, String told) {
        assertThatThrownBy(() -> read(with(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsDoneToOffloadsIsSaid() {
        assertThat(read(SMALLEST).hygiene()).isEqualTo(Offloads.AUTO);
        assertThat(read(with("CAROM_HYGIENE_OFFLOADS", "leave")).hygiene()).isEqualTo(Offloads.LEAVE);
        assertThat(read(with("CAROM_HYGIENE_OFFLOADS", "off")).hygiene()).isEqualTo(Offloads.OFF);
    }

    @Test
    void theFlowTableHasASizeAndATimeoutPerState() {
        ForwarderSettings read = read(with(
                        "CAROM_FLOW_CAPACITY", "4096",
                        "CAROM_FLOW_TIMEOUT_SYN_SEEN", "500ms",
                        "CAROM_FLOW_TIMEOUT_ESTABLISHED", "2h",
                        "CAROM_FLOW_TIMEOUT_CLOSING", "5s",
                        "CAROM_FLOW_TIMEOUT_UDP", "3m"))
                .forwarder();

        assertThat(read.flowCapacity()).isEqualTo(4_096);
        assertThat(read.timeouts())
                .isEqualTo(new FlowTimeouts(
                        Duration.ofMillis(500), Duration.ofHours(2), Duration.ofSeconds(5), Duration.ofMinutes(3)));
        assertThat(read(SMALLEST).forwarder()).isEqualTo(ForwarderSettings.defaults());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0,0.0.0.0,9477", "10.0.0.1:80,10.0.0.1,80", "::1,::1,9477", "[::1]:90,::1,90"})
    void theBindAddressMayHaveAPort(String text, String host, int port) {
        assertThat(read(with("CAROM_HTTP_BIND", text)).httpBind()).isEqualTo(new InetSocketAddress(host, port));
    }

    @Test
    void theTokenMayStandInAFileButNotInTwoPlaces() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "carom_node_1\n");
        assertThat(read(with("CAROM_NODE_TOKEN_FILE", file.toString()))
                        .credential()
                        .orElseThrow()
                        .token()
                        .secret())
                .isEqualTo("carom_node_1");
        assertThatThrownBy(() -> read(with("CAROM_NODE_TOKEN_FILE", file.toString(), "CAROM_NODE_TOKEN", "t")))
                .hasMessageContaining("leave one out");
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(read(with("CAROM_NODE_TOKEN", "carom_node_s3cret")).toString())
                .doesNotContain("s3cret");
    }

    private AgentSettings read(Map<String, String> environment) {
        return AgentSettings.of(AgentSettings.source(environment, directory.resolve("absent.yaml")));
    }

    private static Map<String, String> with(String... keysAndValues) {
        Map<String, String> environment = new HashMap<>(SMALLEST);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            environment.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return environment;
    }
}
