package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.Diagnosis.BackendDiagnosis;
import dev.carom.agent.diagnose.Platform;
import dev.carom.agent.diagnose.Request;
import dev.carom.contract.v1.BackendPlatform;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.CommandKind;
import dev.carom.contract.v1.DiagnoseOrder;
import dev.carom.contract.v1.GetDesiredStateResponse;
import dev.carom.contract.v1.ReportCommandRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as a control plane gives them over a real stream. */
class CommandInboxTest {
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
    void aDiagnosisTellsItsProgressAndThenItsResult() throws Exception {
        BlockingQueue<Request> asked = new LinkedBlockingQueue<>();
        node.orders = (request, progress) -> {
            asked.add(request);
            progress.accept("half way");
            return new Diagnosis(
                    List.of(new BackendDiagnosis(ExampleMessage.VIP, ExampleMessage.BACKEND, List.of(), List.of())));
        };
        control.send(diagnose().setPayload(order()).build());

        ReportCommandRequest progress = FakeControlPlane.next(control.answers);
        ReportCommandRequest result = FakeControlPlane.next(control.answers);

        assertThat(FakeControlPlane.next(asked))
                .isEqualTo(new Request(
                        Set.of(ExampleMessage.VIP), Set.of(), Map.of(ExampleMessage.BACKEND, Platform.FREEBSD)));
        assertThat(progress.getProgress()).isEqualTo("half way");
        assertThat(progress.getLast()).isFalse();
        assertThat(result.getLast()).isTrue();
        assertThat(result.getSequence()).isEqualTo(progress.getSequence() + 1);
        assertThat(dev.carom.contract.v1.Diagnosis.parseFrom(result.getBytes())
                        .getBackends(0)
                        .getBackendId())
                .isEqualTo(Uuids.toBytes(ExampleMessage.BACKEND));
    }

    @Test
    void aCommandThatComesTwiceIsRunOnce() throws Exception {
        BlockingQueue<Request> asked = new LinkedBlockingQueue<>();
        node.orders = (request, progress) -> {
            asked.add(request);
            return new Diagnosis(List.of());
        };
        Command command = diagnose().build();
        control.send(command);
        FakeControlPlane.next(control.answers);
        control.send(command);
        control.send(diagnose().build());
        FakeControlPlane.next(control.answers);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aCancelledCommandIsInterruptedAndSaysSo() throws Exception {
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        node.orders = (request, progress) -> {
            begun.add("begun");
            Thread.sleep(Long.MAX_VALUE);
            return new Diagnosis(List.of());
        };
        Command command = diagnose().build();
        control.send(command);
        FakeControlPlane.next(begun);
        control.cancel(command);
        assertThat(FakeControlPlane.next(control.answers).getError().getCode()).isEqualTo("CANCELLED");
    }

    @Test
    void aCommandEndsWhenItsTimeIsOver() throws Exception {
        control.send(diagnose().setDeadlineMs(50).build());
        assertThat(FakeControlPlane.next(control.answers).getError().getCode()).isEqualTo("CANCELLED");
    }

    @Test
    void fourRunAtOnceAndTheTwentyFirstIsRefused() throws Exception {
        AtomicLong running = new AtomicLong();
        node.orders = (request, progress) -> {
            running.incrementAndGet();
            Thread.sleep(Long.MAX_VALUE);
            return new Diagnosis(List.of());
        };
        for (int i = 0; i < 21; i++) {
            control.send(diagnose().build());
        }
        assertThat(FakeControlPlane.next(control.answers).getError().getCode()).isEqualTo("BUSY");
        assertThat(running.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void whatThisAgentDoesNotServeIsDeclined() throws Exception {
        control.send(ExampleMessage.command(CommandKind.COMMAND_KIND_PROBE).build());
        ReportCommandRequest declined = FakeControlPlane.next(control.answers);
        assertThat(declined.getError().getCode()).isEqualTo("UNSUPPORTED_BY_NODE");
        assertThat(declined.getLast()).isTrue();
    }

    @Test
    void aFailureIsAnAnswerToo() throws Exception {
        node.orders = (request, progress) -> {
            throw new IllegalStateException("no luck");
        };
        control.send(diagnose().build());
        assertThat(FakeControlPlane.next(control.answers).getError().getMessage())
                .isEqualTo("no luck");
    }

    @Test
    void aResynchronizationFetchesTheStateAndReportsAtOnce() throws Exception {
        control.desiredState = GetDesiredStateResponse.newBuilder()
                .setSnapshot(
                        ExampleMessage.snapshot(1, 9, ExampleMessage.state().build()))
                .build();
        control.send(ExampleMessage.command(CommandKind.COMMAND_KIND_RESYNC).build());
        assertThat(FakeControlPlane.next(node.states).id().revision()).isEqualTo(9);
        assertThat(FakeControlPlane.next(control.answers).getResult()).contains("revision 9");
    }

    private static Command.Builder diagnose() {
        return ExampleMessage.command(CommandKind.COMMAND_KIND_DIAGNOSE);
    }

    private static ByteString order() {
        return DiagnoseOrder.newBuilder()
                .addVipIds(Uuids.toBytes(ExampleMessage.VIP))
                .addPlatforms(BackendPlatform.newBuilder()
                        .setBackendId(Uuids.toBytes(ExampleMessage.BACKEND))
                        .setPlatform(dev.carom.contract.v1.Platform.PLATFORM_FREEBSD))
                .build()
                .toByteString();
    }
}
