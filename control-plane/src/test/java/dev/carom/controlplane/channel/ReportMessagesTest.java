package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.Finding;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.controlplane.telemetry.NodeReport;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finding is about, as the agent says it and as everybody else reads it. */
class ReportMessagesTest {
    private static final UUID NODE = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'', nodes/11111111-2222-3333-4444-555555555555",
        "interfaces/eth0, nodes/11111111-2222-3333-4444-555555555555/interfaces/eth0",
        "interfaces/bond0.20, nodes/11111111-2222-3333-4444-555555555555/interfaces/bond0.20",
        "backends/99999999-2222-3333-4444-555555555555, backends/99999999-2222-3333-4444-555555555555",
        "vips/10.0.0.100, vips/10.0.0.100"
    })
    void whatAnAgentSaysOfItselfOrAnInterfaceIsSaidOfTheNode(String told, String resource) {
        NodeReport report = ReportMessages.toDomain(NODE, reportOf(told), NOW);
        assertThat(report.findings())
                .singleElement()
                .satisfies(reported -> assertThat(reported.finding().resource()).isEqualTo(resource));
    }

    @Test
    void anAgeBecomesAMomentOfThisHostsClock() {
        assertThat(ReportMessages.toDomain(NODE, reportOf(""), NOW).findings())
                .singleElement()
                .satisfies(reported -> assertThat(reported.since()).isEqualTo(NOW.minusMillis(2_500)));
    }

    private static ReportRequest reportOf(String resource) {
        return ReportRequest.newBuilder()
                .addFindings(Finding.newBuilder()
                        .setCode("NOT_READY")
                        .setResource(resource)
                        .setSinceMsAgo(2_500))
                .build();
    }
}
