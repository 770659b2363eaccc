package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.Verdict;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;

/** The vectors on the decision core itself. */
final class CoreGoldenPacketTest extends GoldenPacketTest {

    @Override
    protected GoldenEngine start() {
        return new CoreEngine(new Forwarder(ForwarderSettings.defaults().withFlowCapacity(64)));
    }

    private record CoreEngine(Forwarder forwarder) implements GoldenEngine {

        @Override
        public void apply(ForwardingTable table) {
            forwarder.apply(table);
        }

        @Override
        public List<OutFrame> send(int ingressInterface, byte[] frame, long nowNanos) {
            Verdict verdict = forwarder.decide(MemorySegment.ofArray(frame.clone()), ingressInterface, nowNanos);
            return switch (verdict) {
                case Verdict.Forward forward -> List.of(new OutFrame(forward.egressInterface(), outgoing()));
                case Verdict.Answer answer -> List.of(new OutFrame(ingressInterface, outgoing()));
                case Verdict.Pass pass -> List.of();
                case Verdict.Drop drop -> List.of();
            };
        }

        private byte[] outgoing() {
            return forwarder.outgoing().toArray(ValueLayout.JAVA_BYTE);
        }

        @Override
        public Map<Reason, Long> counters() {
            return forwarder.counters().reasons();
        }

        @Override
        public long flows() {
            return forwarder.counters().flows();
        }

        @Override
        public void close() {
            forwarder.close();
        }
    }
}
