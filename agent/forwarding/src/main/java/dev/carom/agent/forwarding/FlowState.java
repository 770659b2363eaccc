package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.ForwarderSettings.FlowTimeouts;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.IpView;
import dev.carom.agent.packet.TransportView;
import java.time.Duration;

/** What the client's side of a flow has shown; the server's is never seen. */
enum FlowState {
    /** Nothing but its first SYN. */
    SYN_SEEN,
    ESTABLISHED,
    /** The client sent FIN or RST. */
    CLOSING,
    UDP,
    /** Not a flow: the backend that a source prefix keeps. */
    AFFINITY;

    private static final FlowState[] ALL = values();

    static FlowState of(int ordinal) {
        return ALL[ordinal];
    }

    /** Of a flow that this packet is the first one seen of; it does not close. */
    static FlowState first(IpView ip, TransportView transport) {
        if (ip.protocol() == IpProtocol.UDP) {
            return UDP;
        }
        return transport.opens() ? SYN_SEEN : ESTABLISHED;
    }

    /** After another packet of the flow. */
    FlowState after(IpView ip, TransportView transport) {
        if (ip.protocol() == IpProtocol.UDP) {
            return UDP;
        }
        if (this == CLOSING || transport.has(TransportView.FIN) || transport.has(TransportView.RST)) {
            return CLOSING;
        }
        return this == SYN_SEEN && transport.opens() ? SYN_SEEN : ESTABLISHED;
    }

    /** Timeouts by ordinal, in milliseconds; affinity has its pool's. */
    static int[] millis(FlowTimeouts timeouts) {
        int[] millis = new int[ALL.length];
        millis[SYN_SEEN.ordinal()] = clamp(timeouts.synSeen());
        millis[ESTABLISHED.ordinal()] = clamp(timeouts.established());
        millis[CLOSING.ordinal()] = clamp(timeouts.closing());
        millis[UDP.ordinal()] = clamp(timeouts.udp());
        return millis;
    }

    /** The clock is 32 bits of milliseconds: a deadline may lie at most half a turn, 24 days, ahead. */
    private static int clamp(Duration timeout) {
        return (int) Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE / 2);
    }
}
