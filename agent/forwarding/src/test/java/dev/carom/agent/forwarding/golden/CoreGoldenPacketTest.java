package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.Verdict;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
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
            List<OutFrame> out = new ArrayList<>();
            Verdict verdict = forwarder.decide(MemorySegment.ofArray(frame.clone()), ingressInterface, nowNanos);
            while (verdict != null) {
                switch (verdict) {
                    case Verdict.Forward forward -> out.add(new OutFrame(forward.egressInterface(), outgoing()));
                    case Verdict.Answer answer -> out.add(new OutFrame(ingressInterface, outgoing()));
                    case Verdict.Pass pass -> {}
                    case Verdict.Drop drop -> {}
                    case Verdict.Hold hold -> {}
                }
                verdict = forwarder.decideReleased(nowNanos);
            }
            return out;
        }

        @Override
        public void idle(long nowNanos) {
            forwarder.expire(nowNanos);
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
