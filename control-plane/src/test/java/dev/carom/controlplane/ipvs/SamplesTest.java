package dev.carom.controlplane.ipvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files that Debian's package keepalived ships. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("/usr/share/doc/keepalived/samples");

    private static List<Path> samples() throws IOException {
        assumeThat(SAMPLES).as("needs Debian's package keepalived").isDirectory();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("keepalived.conf"))
                    .sorted()
                    .toList();
        }
    }

    /** They are all written for NAT: each service is left out, with its line, and nothing is left unsaid. */
    @TestFactory
    Stream<DynamicTest> eachServiceIsNamedWithItsLine() throws IOException {
        return samples().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    List<String> lines = Files.readAllLines(file);
                    List<String> remarks =
                            Read.keepalived(String.join("\n", lines)).remarks();
                    for (int i = 0; i < lines.size(); i++) {
                        String line = lines.get(i).strip();
                        if (line.matches("(virtual_server|global_defs|vrrp_script|static_.*)\\s.*")) {
                            String begin = (i + 1) + " LEFT_OUT " + line.split("[\\s{]")[0];
                            assertThat(remarks).anyMatch(remark -> remark.startsWith(begin));
                        }
                    }
                }));
    }

    /** With direct routing in place of NAT, all services of addresses are taken. */
    @Test
    void asDirectRoutingTheyBecomeVips() throws IOException {
        assertThat(asDirectRouting("keepalived.conf.quorum").at("/vips/0/listeners/0/ports"))
                .isEqualTo("[80]");
        Read checks = asDirectRouting("keepalived.conf.status_code");
        assertThat(checks.at("/healthMonitors/0/type")).isEqualTo("HTTPS");
        assertThat(checks.at("/healthMonitors/0/http/path")).startsWith("/");
        Read group = asDirectRouting("keepalived.conf.virtual_server_group");
        assertThat(group.count("vips"))
                .as("three and a range of eight, not the marks")
                .isEqualTo(11);
        assertThat(group.remarks())
                .filteredOn(remark -> remark.contains("fwmark"))
                .hasSize(2);
        assertThat(asDirectRouting("keepalived.conf.IPv6").at("/vips/0/address"))
                .isEqualTo("ae00::1");
    }

    private static Read asDirectRouting(String name) throws IOException {
        assumeThat(SAMPLES).as("needs Debian's package keepalived").isDirectory();
        return Read.keepalived(Files.readString(SAMPLES.resolve(name)).replace("lb_kind NAT", "lb_kind DR"));
    }
}
