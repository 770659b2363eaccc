package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.FrameSink;
import java.util.List;

/** A way to drive libpcap: {@link NativeEngine}, or {@link ListenerEngine} where FFM is not to be had. */
sealed interface Engine extends FrameSink, AutoCloseable permits NativeEngine, ListenerEngine {
    EngineCounters counters();

    /** The same interfaces as they are now: captures are made anew where they must. Frames of the others wait. */
    void follow(List<AttachedInterface> interfaces);

    /** Whether taps on this host see the frames that are forwarded; it costs some throughput. */
    void show(boolean sends);

    /** What keeps this interface from being served, or empty. */
    String trouble(int interfaceIndex);

    /** Which of the two it is, for people. */
    String description();

    /** Whether it is the slower one, which serves only where the other cannot. */
    boolean isFallback();

    /** Returns when the last frame has been decided. */
    @Override
    void close();
}
