package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.AlteredBackend;
import dev.carom.contract.v1.CaptureOrder;
import dev.carom.contract.v1.CapturePart;
import dev.carom.contract.v1.CommandKind;
import dev.carom.contract.v1.ExplainOrder;
import dev.carom.contract.v1.Explanation;
import dev.carom.contract.v1.Forecast;
import dev.carom.contract.v1.KeptSecond;
import dev.carom.contract.v1.RecallOrder;
import dev.carom.contract.v1.Recollection;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.WhatIfOrder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about flows and frames, as a control plane asks them over a real stream. */
class TraceOrdersTest {
    @TempDir
    private Path directory;

    private FakeControlPlane control;
    private ConnectedNode node;

    @BeforeEach
    void connect() throws Exception {
        control = new FakeControlPlane();
        node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url()).dial();
        control.sendUpToDate();
    }

    @AfterEach
    void disconnect() {
        node.close();
        control.close();
    }

    @Test
    void anExplanationComesBackWithTheRevisionThatDecides() throws Exception {
        ExplainOrder order = ExplainOrder.newBuilder()
                .setSource(ExampleMessage.address("203.0.113.9"))
                .setDestination(ExampleMessage.address("10.0.0.100"))
                .setSourcePort(40_000)
                .setDestinationPort(80)
                .build();
        control.send(ExampleMessage.command(CommandKind.COMMAND_KIND_EXPLAIN)
                .setPayload(order.toByteString())
                .build());
        Explanation explained =
                Explanation.parseFrom(FakeControlPlane.next(control.answers).getBytes());
        assertThat(explained.getOutcome()).isEqualTo("KNOWN_FLOW");
        assertThat(explained.getSourcePort()).isEqualTo(40_000);
        assertThat(explained.getId().getRevision()).isEqualTo(7);
        assertThat(explained.getChosen().getDestinationMac().toByteArray())
                .isEqualTo(ExampleOrders.BACKEND_MAC.toBytes());
    }

    @Test
    void whatWasDoneOfLateComesBackSecondBySecond() throws Exception {
        control.send(ExampleMessage.command(CommandKind.COMMAND_KIND_RECALL)
                .setPayload(RecallOrder.newBuilder()
                        .setId(Uuids.toBytes(ExampleMessage.VIP))
                        .build()
                        .toByteString())
                .build());
        Recollection kept =
                Recollection.parseFrom(FakeControlPlane.next(control.answers).getBytes());
        assertThat(kept.getSecondsList())
                .containsExactly(
                        KeptSecond.newBuilder()
                                .setEndedMsAgo(1_500)
                                .setLengthMs(1_001)
                                .setPackets(10)
                                .setBytes(1_000)
                                .setNewFlows(1)
                                .build(),
                        KeptSecond.newBuilder()
                                .setEndedMsAgo(499)
                                .setLengthMs(1_000)
                                .setPackets(20)
                                .setBytes(2_000)
                                .setNewFlows(2)
                                .setFlows(3)
                                .build());
    }

    @Test
    void aForecastComesBackWithBothExplanations() throws Exception {
        WhatIfOrder order = WhatIfOrder.newBuilder()
                .addAltered(AlteredBackend.newBuilder()
                        .setBackendId(Uuids.toBytes(ExampleMessage.BACKEND))
                        .setState(AdminState.ADMIN_STATE_DRAINING))
                .setFlow(ExplainOrder.newBuilder()
                        .setSource(ExampleMessage.address("203.0.113.9"))
                        .setDestination(ExampleMessage.address("10.0.0.100")))
                .build();
        control.send(ExampleMessage.command(CommandKind.COMMAND_KIND_WHAT_IF)
                .setPayload(order.toByteString())
                .build());
        Forecast forecast =
                Forecast.parseFrom(FakeControlPlane.next(control.answers).getBytes());
        assertThat(forecast.getMoved()).isEqualTo(2);
        assertThat(forecast.getBackends(0).getWouldTake()).isEqualTo(1);
        assertThat(forecast.getNow().getOutcome()).isEqualTo("KNOWN_FLOW");
        assertThat(forecast.getId().getRevision()).isEqualTo(7);
    }

    @Test
    void aCaptureComesInPartsAndThenItsEnd() throws Exception {
        CaptureOrder order = CaptureOrder.newBuilder()
                .setVipAddress(ExampleMessage.address("10.0.0.100"))
                .setFilter("tcp")
                .setSeconds(1)
                .setBytes(1_000)
                .build();
        control.send(ExampleMessage.command(CommandKind.COMMAND_KIND_CAPTURE)
                .setPayload(order.toByteString())
                .build());
        ReportCommandRequest first = FakeControlPlane.next(control.answers);
        ReportCommandRequest second = FakeControlPlane.next(control.answers);
        ReportCommandRequest end = FakeControlPlane.next(control.answers);
        assertThat(first.getLast()).isFalse();
        assertThat(CapturePart.parseFrom(first.getBytes())
                        .getFile()
                        .concat(CapturePart.parseFrom(second.getBytes()).getFile())
                        .toStringUtf8())
                .isEqualTo("first tcp");
        assertThat(end.getLast()).isTrue();
        assertThat(CapturePart.parseFrom(end.getBytes()).getEnd().getFull()).isTrue();
    }

    @Test
    void aVipWithoutTrafficSaysThatNothingWasSeen() throws Exception {
        ExplainOrder order = ExplainOrder.newBuilder()
                .setDestination(ExampleMessage.address("10.0.0.100"))
                .setJustSeen(true)
                .build();
        control.send(ExampleMessage.command(CommandKind.COMMAND_KIND_EXPLAIN)
                .setPayload(order.toByteString())
                .build());
        assertThat(FakeControlPlane.next(control.answers).getError().getCode()).isEqualTo("NOTHING_SEEN");
    }
}
