package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpView;
import dev.carom.agent.packet.TransportView;
import java.lang.foreign.MemorySegment;

/** What tells one flow from another: addresses, ports, protocol. Reused for packet after packet. */
final class FlowKey {
    /** Protocol 0 cannot be that of a flow: entries of affinity carry it. */
    static final int AFFINITY = 0;

    private static final int IPV4_LENGTH = 13;
    private static final int IPV6_LENGTH = 37;

    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    /** Source port, destination port, protocol: 16, 16 and 8 bits. */
    long ports;

    /** The flow of a client's packet. */
    void set(MemorySegment frame, IpView ip, TransportView transport) {
        setAddresses(frame, ip);
        ports = ports(transport.sourcePort(), transport.destinationPort(), ip.protocol());
    }

    /** The flow whose answer {@code ip} is: as an ICMP error quotes it. */
    void setReversed(MemorySegment frame, IpView ip, TransportView transport) {
        sourceHigh = ip.destinationHigh(frame);
        sourceLow = ip.destinationLow(frame);
        destinationHigh = ip.sourceHigh(frame);
        destinationLow = ip.sourceLow(frame);
        ports = ports(transport.destinationPort(), transport.sourcePort(), ip.protocol());
    }

    /** The datagram that a fragment is part of: its identification stands in the place of the ports. */
    void setDatagram(MemorySegment frame, IpView ip) {
        setAddresses(frame, ip);
        ports = (ip.identification() & 0xffff_ffffL) << 8 | ip.protocol();
    }

    /** A source prefix within a pool. */
    void setAffinity(long maskedHigh, long maskedLow, long poolHigh, long poolLow) {
        sourceHigh = maskedHigh;
        sourceLow = maskedLow;
        destinationHigh = poolHigh;
        destinationLow = poolLow;
        ports = AFFINITY;
    }

    void setPorts(int source, int destination, int protocol) {
        ports = ports(source, destination, protocol);
    }

    int protocol() {
        return (int) ports & 0xff;
    }

    int destinationPort() {
        return (int) (ports >>> 8) & 0xffff;
    }

    void copy(FlowKey other) {
        sourceHigh = other.sourceHigh;
        sourceLow = other.sourceLow;
        destinationHigh = other.destinationHigh;
        destinationLow = other.destinationLow;
        ports = other.ports;
    }

    private void setAddresses(MemorySegment frame, IpView ip) {
        sourceHigh = ip.sourceHigh(frame);
        sourceLow = ip.sourceLow(frame);
        destinationHigh = ip.destinationHigh(frame);
        destinationLow = ip.destinationLow(frame);
    }

    /** Over source, destination, ports and protocol in network order, addresses in the bytes of their own family. */
    long hash(SipHash hash) {
        if (SourceMask.isIpv4(sourceHigh, sourceLow) && SourceMask.isIpv4(destinationHigh, destinationLow)) {
            return hash.begin()
                    .word(sourceLow << 32 | (destinationLow & 0xffff_ffffL))
                    .finish(ports, IPV4_LENGTH);
        }
        return hash.begin()
                .word(sourceHigh)
                .word(sourceLow)
                .word(destinationHigh)
                .word(destinationLow)
                .finish(ports, IPV6_LENGTH);
    }

    /** Over a source address alone. */
    static long hashSource(SipHash hash, long high, long low) {
        return SourceMask.isIpv4(high, low)
                ? hash.begin().finish(low & 0xffff_ffffL, 4)
                : hash.begin().word(high).word(low).finish(0, 16);
    }

    private static long ports(int source, int destination, int protocol) {
        return (long) source << 24 | (long) destination << 8 | protocol;
    }
}
