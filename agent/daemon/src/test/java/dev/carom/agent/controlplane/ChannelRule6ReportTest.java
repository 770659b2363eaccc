package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelRule6ReportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void aReportComesAtOnceOnChangeAndAsADigestWithoutOne() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial()) {
            control.send(ExampleMessage.snapshot(1, 7, ExampleMessage.state().build())
                    .build());
            node.apply(FakeControlPlane.next(node.states));
            ReportRequest first = reportOfRevision(control, 7);
            node.findings.open(FindingCode.UNRESOLVED, "backends/x", "s", "e", "r");

            ReportRequest told = FakeControlPlane.next(control.reports);
            while (told.getFindingsCount() == 0) {
                told = FakeControlPlane.next(control.reports);
            }
            ReportRequest digest = FakeControlPlane.next(control.reports);

            assertThat(told.getFindings(0).getCode()).isEqualTo("UNRESOLVED");
            assertThat(told.getSequence()).isGreaterThan(first.getSequence());
            assertThat(digest.getSequence()).isEqualTo(told.getSequence() + 1);
            assertThat(digest.getBootId()).isEqualTo(first.getBootId());
            assertThat(digest.getMacsList())
                    .containsExactly(
                            ByteString.copyFrom(ConnectedNode.LINK.mac().toBytes()));
            assertThat(digest.getCounters().getFlows()).isEqualTo(3);
        }
    }

    @Test
    void allIsToldOnceAndThenWhatChanged() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial()) {
            control.sendUpToDate();
            ReportRequest whole = FakeControlPlane.next(control.reports);
            ReportChangesRequest first = FakeControlPlane.next(control.changes);
            ReportChangesRequest second = FakeControlPlane.next(control.changes);

            assertThat(first.getSince()).isEqualTo(whole.getSequence());
            assertThat(second.getSince()).isEqualTo(whole.getSequence());
            assertThat(second.getReport().getSequence())
                    .isEqualTo(first.getReport().getSequence() + 1);
            assertThat(second.getReport().getNodeId()).isEqualTo(whole.getNodeId());
        }
    }

    @Test
    void whoIsDialledAnewIsToldAll() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial()) {
            control.sendUpToDate();
            long whole = FakeControlPlane.next(control.changes).getSince();
            control.endStream("{}");
            control.sendUpToDate();
            ReportChangesRequest changes = FakeControlPlane.next(control.changes);
            while (changes.getSince() == whole) {
                changes = FakeControlPlane.next(control.changes);
            }

            assertThat(changes.getSince()).isGreaterThan(whole);
        }
    }

    @Test
    void whoDoesNotKnowTheLastWholeReportIsToldAllAtOnce() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial()) {
            control.knowsReports = false;
            control.sendUpToDate();
            ReportRequest whole = FakeControlPlane.next(control.reports);
            ReportChangesRequest refused = FakeControlPlane.next(control.changes);
            ReportRequest again = FakeControlPlane.next(control.reports);

            assertThat(refused.getSince()).isEqualTo(whole.getSequence());
            assertThat(again.getSequence()).isEqualTo(refused.getReport().getSequence() + 1);
            assertThat(FakeControlPlane.next(control.changes).getSince()).isEqualTo(again.getSequence());
        }
    }

    /** It carries the revision it judged by. */
    private static ReportRequest reportOfRevision(FakeControlPlane control, long revision) throws InterruptedException {
        ReportRequest report = FakeControlPlane.next(control.reports);
        while (report.getId().getRevision() != revision) {
            report = FakeControlPlane.next(control.reports);
        }
        return report;
    }
}
