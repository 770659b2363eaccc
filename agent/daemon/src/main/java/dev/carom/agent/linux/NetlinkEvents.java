package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** Tells that the kernel announced something to a netlink(7) group. */
public final class NetlinkEvents implements AutoCloseable {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 0x80003;
    private static final int NETLINK_ROUTE = 0;
    private static final int RTMGRP_LINK = 1;
    private static final int RTMGRP_IPV4_IFADDR = 0x10;
    private static final int RTMGRP_IPV6_IFADDR = 0x100;
    private static final int NETLINK_NETFILTER = 12;
    private static final int NFNLGRP_NFTABLES = 7;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int ADDRESS_SIZE = 12;
    private static final int ADDRESS_GROUPS = 8;
    private static final int BUFFER_SIZE = 1 << 16;

    private static final CheckedCall SOCKET = new CheckedCall("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final CheckedCall BIND = new CheckedCall("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final CheckedCall RECEIVE = new CheckedCall("recv", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);

    private final int descriptor;
    private final Poller poller;

    private NetlinkEvents(int descriptor) {
        this.descriptor = descriptor;
        this.poller = new Poller(descriptor);
    }

    /** Every change of nftables in this network namespace, our own included. */
    public static NetlinkEvents ofNftables() {
        return open(NETLINK_NETFILTER, 1 << NFNLGRP_NFTABLES - 1);
    }

    /** Every change of a link or an address in this network namespace. */
    public static NetlinkEvents ofLinks() {
        return open(NETLINK_ROUTE, RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR);
    }

    private static NetlinkEvents open(int protocol, int groups) {
        int descriptor = SOCKET.call(AF_NETLINK, SOCK_RAW_CLOEXEC, protocol);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_SIZE, Integer.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_NETLINK);
            address.set(JAVA_INT, ADDRESS_GROUPS, groups);
            BIND.call(descriptor, address, ADDRESS_SIZE);
            return new NetlinkEvents(descriptor);
        } catch (LinuxException failure) {
            FileDescriptors.close(descriptor);
            throw failure;
        }
    }

    /** Waits, and takes all that waits. True when there was something, false after the timeout or {@link #wake}. */
    public boolean await(int timeoutMillis) {
        return await(timeoutMillis, datagram -> {});
    }

    /** The same; {@code reader} is given each datagram, whose memory is valid during the call only. */
    public boolean await(int timeoutMillis, Consumer<MemorySegment> reader) {
        poller.await(timeoutMillis);
        if (!poller.ready(0)) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(BUFFER_SIZE);
            while (true) {
                int length = RECEIVE.call(descriptor, buffer, (long) BUFFER_SIZE, MSG_DONTWAIT);
                reader.accept(buffer.asSlice(0, length));
            }
        } catch (LinuxException drained) {
            return true;
        }
    }

    /** Ends every wait from now on. */
    public void wake() {
        poller.wake();
    }

    @Override
    public void close() {
        poller.close();
        FileDescriptors.close(descriptor);
    }
}
