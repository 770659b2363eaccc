package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.ReportRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an agent of v0.1 writes is understood. */
class WireFixturesTest {
    private static final Path V0_1 = Path.of("../agent/contract/src/test/resources/wire/v0.1");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anAcknowledgementOfV01IsUnderstood() throws IOException {
        var request = AcknowledgeRequest.parseFrom(bytes("AcknowledgeRequest"));
        var acknowledgement = AcknowledgementMessages.toDomain(Ids.fromBytes(request.getNodeId()), request, NOW);
        assertThat(acknowledgement.id()).isEqualTo(Messages.revisionId(request.getId()));
        assertThat(acknowledgement.hash().toBytes()).isEqualTo(request.getHash().toByteArray());
        assertThat(acknowledgement.errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.message()).startsWith("message-"));
    }

    @Test
    void aReportOfV01IsUnderstood() throws IOException {
        var request = ReportRequest.parseFrom(bytes("ReportRequest"));
        var report = ReportMessages.toDomain(Ids.fromBytes(request.getNodeId()), request, NOW);
        assertThat(report.health())
                .hasSize(2)
                .allSatisfy(health -> assertThat(health.since()).isBefore(NOW));
        assertThat(report.counters().vips()).hasSize(2);
        assertThat(report.findings().getFirst().finding().remedy()).startsWith("remedy-");
        assertThat(report.engines().getFirst().ready()).isTrue();
        assertThat(report.neighbors()).hasSize(2);
    }

    private static byte[] bytes(String message) throws IOException {
        return Files.readAllBytes(V0_1.resolve(message + ".bin"));
    }
}
