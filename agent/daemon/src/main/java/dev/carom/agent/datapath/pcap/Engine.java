package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.FrameSink;
import dev.carom.agent.datapath.InterfaceStatus;
import java.util.List;

/** A way to drive libpcap: {@link NativeEngine}, or {@link ListenerEngine} where FFM is not to be had. */
sealed interface Engine extends FrameSink, AutoCloseable permits NativeEngine, ListenerEngine {
    EngineCounters counters();

    List<InterfaceStatus> status();

    /** Returns when the last frame has been decided. */
    @Override
    void close();
}
