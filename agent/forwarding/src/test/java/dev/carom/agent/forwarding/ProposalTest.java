package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.FlowExplanation.Outcome;
import dev.carom.agent.forwarding.FlowMoves.Holding;
import dev.carom.agent.forwarding.golden.GoldenTable;
import dev.carom.agent.packet.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is foretold of a change is what the change then does. */
final class ProposalTest {
    private static final int FIRST_CLIENT = 0x0b00_0001;
    private static final int PORT = 40_000;
    private static final int FLOWS = 2_000;
    private static final GoldenTable TWO = GoldenTable.read("tables/two-backends-v4.yaml");

    private final Arena arena = Arena.ofConfined();
    private final Forwarder forwarder = forwarder();
    private final MemorySegment frame = arena.allocate(TestFrames.LENGTH);
    private long now = 1_000_000_000L;

    @BeforeEach
    void remember() {
        forwarder.apply(compiled(TWO));
        sendAll(forwarder, TestFrames.SYN);
    }

    @AfterEach
    void close() {
        forwarder.close();
        arena.close();
    }

    @Test
    void aDrainMovesNoFlowAndSendsNewOnesElsewhere() {
        FlowMoves moves = ask(altered(AdminState.DRAINING)).moves();
        assertThat(moves.flows()).isEqualTo(FLOWS);
        assertThat(moves.moved()).isZero();
        assertThat(moves.chosenElsewhere())
                .isEqualTo(chosenElsewhere("backend1-draining-v4"))
                .isCloseTo(FLOWS / 2, Offset.offset(FLOWS / 10));
        Holding drained = holding(moves, first().id());
        assertThat(drained.wouldHold()).isEqualTo(drained.holds()).isPositive();
        assertThat(drained.wouldTake()).isZero();
    }

    @Test
    void disablingMovesExactlyTheFlowsThatThenMove() {
        FlowMoves moves = ask(altered(AdminState.DISABLED)).moves();
        List<UUID> before = sendAll(forwarder, TestFrames.ACK);
        forwarder.apply(compiled(GoldenTable.read("tables/backend1-disabled-v4.yaml")));
        assertThat(moves.moved())
                .isEqualTo(differing(before, sendAll(forwarder, TestFrames.ACK)))
                .isPositive();
        assertThat(holding(moves, first().id()).wouldHold()).isZero();
    }

    @Test
    void aWeightSendsNewFlowsAsItThenDoes() {
        FlowMoves moves = ask(new ProposedChange.Altered(first().id(), Optional.empty(), OptionalInt.of(0)))
                .moves();
        assertThat(moves.moved()).isZero();
        assertThat(moves.chosenElsewhere())
                .isEqualTo(chosenElsewhere("backend1-weight0-v4"))
                .isPositive();
    }

    @Test
    void anAddedBackendTakesItsShareOfNewFlowsAndNoneOfTheOld() {
        Backend added = new Backend(
                new UUID(7, 7),
                "added",
                IpAddress.parse("10.0.0.29"),
                Optional.empty(),
                1,
                AdminState.ENABLED,
                Optional.empty(),
                DesiredState.BackendKind.LOOPBACK,
                false);
        FlowMoves moves = ask(new ProposedChange.Added(pool().id(), added)).moves();
        assertThat(moves.moved()).isZero();
        assertThat(holding(moves, added.id()).wouldTake()).isCloseTo(FLOWS / 3, Offset.offset(FLOWS / 10));
        assertThat(holding(moves, added.id()).holds()).isZero();
    }

    @Test
    void aFlowIsExplainedUnderBoth() {
        Backend first = first();
        FlowQuestion flow = questionOf(first.id());
        CompletableFuture<ProposalEffect> answer =
                forwarder.whatIf(proposal(altered(AdminState.DISABLED)), Optional.of(flow));
        forwarder.expire(++now);
        ProposalEffect effect = answer.join();
        assertThat(effect.now().orElseThrow().outcome()).isEqualTo(Outcome.KNOWN_FLOW);
        assertThat(effect.then().orElseThrow().outcome()).isEqualTo(Outcome.MOVED_FLOW);
        assertThat(effect.then().orElseThrow().chosen().orElseThrow().backend()).isNotEqualTo(first.id());
    }

    @Test
    void askingChangesNothing() {
        List<UUID> before = sendAll(forwarder, TestFrames.ACK);
        ask(altered(AdminState.DISABLED));
        assertThat(sendAll(forwarder, TestFrames.ACK)).isEqualTo(before);
        assertThat(forwarder.counters().flows()).isEqualTo(FLOWS);
    }

    @Test
    void whatTheStateDoesNotHaveIsRefused() {
        ProposedChange stranger = new ProposedChange.Altered(new UUID(9, 9), Optional.empty(), OptionalInt.of(3));
        assertThatThrownBy(() -> proposal(stranger)).hasMessageContaining("does not have");
    }

    private ProposalEffect ask(ProposedChange change) {
        CompletableFuture<ProposalEffect> answer = forwarder.whatIf(proposal(change), Optional.empty());
        forwarder.expire(++now);
        return answer.join();
    }

    private static Proposal proposal(ProposedChange change) {
        return Proposal.of(List.of(change), TWO.desired(), TWO.view());
    }

    private static ProposedChange altered(AdminState state) {
        return new ProposedChange.Altered(first().id(), Optional.of(state), OptionalInt.empty());
    }

    /** The one that the golden tables call backend1. */
    private static Backend first() {
        return pool().backends().stream()
                .filter(backend -> backend.name().equals("backend1"))
                .findFirst()
                .orElseThrow();
    }

    private static DesiredState.Pool pool() {
        return TWO.desired().pools().getFirst();
    }

    private FlowQuestion questionOf(UUID backend) {
        int client = FIRST_CLIENT + sendAll(forwarder, TestFrames.ACK).indexOf(backend);
        return new FlowQuestion(IpAddress.ofIpv4(client), IpAddress.parse("10.0.0.100"), Protocol.TCP, PORT, 80);
    }

    private static Holding holding(FlowMoves moves, UUID backend) {
        return moves.backends().stream()
                .filter(each -> each.backend().equals(backend))
                .findFirst()
                .orElseThrow();
    }

    /** How many of the same flows, opened anew, another table sends elsewhere than this one. */
    private long chosenElsewhere(String table) {
        List<UUID> here = sendAll(forwarder, TestFrames.ACK);
        try (Forwarder other = forwarder()) {
            other.apply(compiled(GoldenTable.read("tables/" + table + ".yaml")));
            return differing(here, sendAll(other, TestFrames.SYN));
        }
    }

    private static long differing(List<UUID> one, List<UUID> other) {
        return IntStream.range(0, one.size())
                .filter(i -> !one.get(i).equals(other.get(i)))
                .count();
    }

    /** One packet of each flow; who got it. */
    private List<UUID> sendAll(Forwarder to, int flags) {
        return IntStream.range(FIRST_CLIENT, FIRST_CLIENT + FLOWS)
                .mapToObj(client -> {
                    TestFrames.tcp(frame, client, PORT, flags, (int) (now += 1_000));
                    return ((Verdict.Forward) to.decide(frame, 0, now)).backend();
                })
                .toList();
    }

    private static Forwarder forwarder() {
        return new Forwarder(ForwarderSettings.defaults().withFlowCapacity(1 << 12));
    }

    private static ForwardingTable compiled(GoldenTable golden) {
        return ForwardingTableCompiler.compile(golden.desired(), golden.view()).table();
    }
}
