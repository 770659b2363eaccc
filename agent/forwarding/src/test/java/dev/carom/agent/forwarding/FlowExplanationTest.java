package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.FlowExplanation.Outcome;
import dev.carom.agent.forwarding.FlowExplanation.Why;
import dev.carom.agent.forwarding.golden.GoldenTable;
import dev.carom.agent.packet.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is explained is what is done. */
final class FlowExplanationTest {
    private static final IpAddress VIP = IpAddress.parse("10.0.0.100");
    private static final int FIRST_CLIENT = 0x0b00_0001;
    private static final int PORT = 40_000;
    private static final int FLOWS = 2_000;

    private final Arena arena = Arena.ofConfined();
    private final Forwarder forwarder =
            new Forwarder(ForwarderSettings.defaults().withFlowCapacity(1 << 12));
    private final MemorySegment frame = arena.allocate(TestFrames.LENGTH);
    private long now = 1_000_000_000L;

    @BeforeEach
    void load() {
        forwarder.apply(table("three-backends-v4"));
    }

    @AfterEach
    void close() {
        forwarder.close();
        arena.close();
    }

    @Test
    void aNewFlowGoesWhereItWasExplainedToGoAndIsKnownFromThenOn() {
        for (int client = FIRST_CLIENT; client < FIRST_CLIENT + FLOWS; client++) {
            FlowExplanation before = explain(client, 80);
            UUID taken = open(client);
            FlowExplanation after = explain(client, 80);

            assertThat(before.outcome()).isEqualTo(Outcome.BY_HASH);
            assertThat(before.chosen().orElseThrow().backend()).isEqualTo(taken);
            assertThat(before.slot().orElseThrow()).isLessThan(before.slots());
            assertThat(after.outcome()).isEqualTo(Outcome.KNOWN_FLOW);
            assertThat(after.chosen().orElseThrow().backend()).isEqualTo(taken);
        }
    }

    @Test
    void everyOtherBackendIsToldWhyNot() {
        FlowExplanation fresh = explain(FIRST_CLIENT, 80);
        open(FIRST_CLIENT);
        FlowExplanation known = explain(FIRST_CLIENT, 80);
        assertThat(fresh.others())
                .hasSize(2)
                .allSatisfy(other -> assertThat(other.why()).isEqualTo(Why.HASH_FELL_ELSEWHERE));
        assertThat(known.others())
                .hasSize(2)
                .allSatisfy(other -> assertThat(other.why()).isEqualTo(Why.REMEMBERED_ELSEWHERE));
    }

    @Test
    void askingRemembersAndCountsNothing() {
        for (int client = FIRST_CLIENT; client < FIRST_CLIENT + FLOWS; client++) {
            explain(client, 80);
        }
        assertThat(forwarder.counters().flows()).isZero();
        assertThat(forwarder.counters().of(Reason.FORWARDED_NEW_FLOW)).isZero();
    }

    @Test
    void whatGoesNowhereSaysWhy() {
        assertThat(explain(FIRST_CLIENT, 4711).outcome()).isEqualTo(Outcome.NO_LISTENER);
        assertThat(ask(new FlowQuestion(VIP, IpAddress.parse("10.0.0.99"), Protocol.TCP, PORT, 80))
                        .outcome())
                .isEqualTo(Outcome.NOT_A_VIP);
    }

    private UUID open(int client) {
        TestFrames.tcp(frame, client, PORT, TestFrames.SYN, 1);
        now += 1_000;
        return ((Verdict.Forward) forwarder.decide(frame, 0, now)).backend();
    }

    private FlowExplanation explain(int client, int port) {
        return ask(new FlowQuestion(IpAddress.ofIpv4(client), VIP, Protocol.TCP, PORT, port));
    }

    private FlowExplanation ask(FlowQuestion question) {
        CompletableFuture<FlowExplanation> answer = forwarder.explain(question);
        now += 1_000;
        forwarder.expire(now);
        return answer.join();
    }

    private static ForwardingTable table(String name) {
        GoldenTable golden = GoldenTable.read("tables/" + name + ".yaml");
        return ForwardingTableCompiler.compile(golden.desired(), golden.view()).table();
    }
}
