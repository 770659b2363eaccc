package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.BackendDiagnosis;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.CommandKind;
import dev.carom.contract.v1.DiagnosedFault;
import dev.carom.contract.v1.Diagnosis;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.WatchResponse;
import dev.carom.controlplane.command.Answer;
import dev.carom.controlplane.command.Commands;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Commands as an agent sees them, on a running control plane. */
class CommandsIT extends ChannelTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PATIENCE_SECONDS = 120;

    @Autowired
    private Commands commands;

    @Test
    void anOrderComesOnTheStreamAndItsAnswersAreHeardOnce() throws Exception {
        Operator.Registered node = registered();
        try (WatchStream stream = agent(node).watch()) {
            stream.nextSnapshot();
            UUID vip = UUID.randomUUID();
            UUID id = commands.send(nodeId(node), new Order.Diagnose(Set.of(vip), Set.of(), Map.of()), LIMIT);
            Command command = stream.nextCommand();
            assertThat(command.getKind()).isEqualTo(CommandKind.COMMAND_KIND_DIAGNOSE);
            assertThat(command.getId()).isEqualTo(Ids.toBytes(id));
            assertThat(command.getDeadlineMs()).isPositive().isLessThanOrEqualTo(LIMIT.toMillis());

            assertThat(report(node, answer(id, 1).setProgress("half way"))).isEqualTo(200);
            ReportCommandRequest.Builder result =
                    answer(id, 2).setLast(true).setBytes(diagnosis(vip).toByteString());
            assertThat(report(node, result)).isEqualTo(200);
            assertThat(report(node, result)).as("an answer after the last").isEqualTo(404);

            Answer last = commands.lastAnswer(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(last)
                    .isInstanceOfSatisfying(
                            Answer.Result.class,
                            told -> assertThat(told.outcome())
                                    .isInstanceOfSatisfying(
                                            dev.carom.controlplane.command.Diagnosis.class,
                                            found -> assertThat(found.backends()
                                                            .getFirst()
                                                            .vipId())
                                                    .isEqualTo(vip)));
        }
    }

    @Test
    void anOrderWaitsForItsNodeAndIsSentAgainOnTheNextStream() throws Exception {
        Operator.Registered node = registered();
        UUID id = commands.send(nodeId(node), new Order.Resync(), LIMIT);
        try (WatchStream stream = agent(node).watch()) {
            assertThat(stream.nextCommand().getId()).isEqualTo(Ids.toBytes(id));
        }
        try (WatchStream stream = agent(node).watch()) {
            assertThat(stream.nextCommand().getId()).isEqualTo(Ids.toBytes(id));
            report(node, answer(id, 1).setLast(true).setResult("done"));
        }
        assertThat(commands.lastAnswer(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new Answer.Result(new Outcome.Done("done")));
    }

    @Test
    void anOrderThatIsCancelledIsCancelledOnTheStream() throws Exception {
        Operator.Registered node = registered();
        try (WatchStream stream = agent(node).watch()) {
            UUID id = commands.send(nodeId(node), new Order.Resync(), LIMIT);
            stream.nextCommand();
            assertThat(commands.cancel(id)).isTrue();
            WatchResponse next = stream.next();
            while (!next.hasCancel()) {
                next = stream.next();
            }
            assertThat(next.getCancel().getId()).isEqualTo(Ids.toBytes(id));
        }
    }

    @Test
    void anOrderThatNobodyAnswersTimesOut() throws Exception {
        Operator.Registered node = registered();
        UUID id = commands.send(nodeId(node), new Order.Resync(), Duration.ofMillis(100));
        assertThat(commands.lastAnswer(id).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Answer.Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo("TIMED_OUT"));
    }

    @Test
    void aNodeAnswersForItselfAlone() throws Exception {
        Operator.Registered node = registered();
        UUID id = commands.send(nodeId(node), new Order.Resync(), LIMIT);
        assertThat(report(registered(), answer(id, 1).setLast(true).setResult("mine")))
                .isEqualTo(404);
        assertThat(report(node, answer(id, 1).setLast(true).setBytes(ByteString.copyFromUtf8("nonsense"))))
                .isEqualTo(400);
    }

    private int report(Operator.Registered node, ReportCommandRequest.Builder answer) throws Exception {
        return agent(node).call("ReportCommand", answer.build()).statusCode();
    }

    private static ReportCommandRequest.Builder answer(UUID id, long sequence) {
        return ReportCommandRequest.newBuilder().setId(Ids.toBytes(id)).setSequence(sequence);
    }

    private static Diagnosis diagnosis(UUID vip) {
        return Diagnosis.newBuilder()
                .addBackends(BackendDiagnosis.newBuilder()
                        .setVipId(Ids.toBytes(vip))
                        .setBackendId(Ids.toBytes(UUID.randomUUID()))
                        .addFaults(DiagnosedFault.newBuilder().setCode("UNRESOLVED")))
                .build();
    }

    private static UUID nodeId(Operator.Registered node) {
        return UUID.fromString(node.id());
    }
}
