package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.Reason;
import java.util.List;
import java.util.Map;

/** An engine under test: frames go in by an interface, and frames come out. */
public interface GoldenEngine extends AutoCloseable {

    /** In force for the next frame. */
    void apply(ForwardingTable table);

    /** What leaves because of this frame, in order: held frames that it releases too. {@code nowNanos} never goes back. */
    List<OutFrame> send(int ingressInterface, byte[] frame, long nowNanos);

    /** Time passed without a frame. */
    void idle(long nowNanos);

    /** Frames by reason since the engine was made. */
    Map<Reason, Long> counters();

    /** Flows remembered now. */
    long flows();

    @Override
    void close();

    /** {@code bytes} from the destination MAC on, without FCS. */
    record OutFrame(int egressInterface, byte[] bytes) {}
}
