package dev.carom.agent.health;

import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One probe's socket, from its source port to its end. The kernel's own stack carries it; a DSR probe differs from a
 * plain one by its source port alone. Used by the probe's thread; {@link #expire} and {@link #close} by any.
 */
final class Attempt implements AutoCloseable {
    /** Nothing has come back before it. */
    static final String CONNECTION = "connection";

    private static final int NO_LINGER = 0;

    private final Target target;
    private final OptionalInt slot;
    private final SourcePorts ports;
    private @Nullable NetworkChannel channel;
    private SourcePorts.@Nullable Lease lease;
    private boolean ended;
    private boolean expired;
    private String stage = CONNECTION;

    /** {@code slot} is empty for a DIRECT probe, whose source port the kernel chooses. */
    Attempt(Target target, OptionalInt slot, SourcePorts ports) {
        this.target = target;
        this.slot = slot;
        this.ports = ports;
    }

    Target target() {
        return target;
    }

    InetSocketAddress destination() throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(target.address().toBytes()), target.port());
    }

    SocketChannel connect() throws IOException {
        SocketChannel opened = bound(() -> {
            SocketChannel fresh = SocketChannel.open(family());
            // A reset instead of a FIN: no port stays in TIME_WAIT, and none of the backend's does either.
            fresh.setOption(StandardSocketOptions.SO_LINGER, NO_LINGER);
            return fresh;
        });
        opened.connect(destination());
        return opened;
    }

    /** Connected, so that an ICMP unreachable comes back as an exception. */
    DatagramChannel openDatagrams() throws IOException {
        DatagramChannel opened = bound(() -> DatagramChannel.open(family()));
        opened.connect(destination());
        return opened;
    }

    /** Names what is being waited for, for the reason of a failure. */
    void await(String what) {
        stage = what;
    }

    String stage() {
        return stage;
    }

    synchronized boolean hasExpired() {
        return expired;
    }

    /** The time is up: whatever the probe waits for ends with an exception. */
    synchronized void expire() {
        if (!ended) {
            expired = true;
            closeChannel();
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        closeChannel();
        giveBack();
    }

    private interface Opener<T extends NetworkChannel> {
        T open() throws IOException;
    }

    private <T extends NetworkChannel> T bound(Opener<T> opener) throws IOException {
        for (int i = 0; i < SourcePorts.PER_SLOT; i++) {
            T fresh = opener.open();
            use(fresh);
            if (slot.isEmpty()) {
                return fresh;
            }
            try {
                fresh.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                fresh.bind(new InetSocketAddress(leasePort(slot.getAsInt())));
                return fresh;
            } catch (BindException taken) {
                fresh.close();
                giveBack();
            }
        }
        throw new BindException("every source port of the probe is used by another process");
    }

    private int leasePort(int ofSlot) throws BindException {
        Optional<SourcePorts.Lease> next = ports.lease(ofSlot, target.address(), target.port());
        lease = next.orElse(null);
        return next.map(SourcePorts.Lease::port)
                .orElseThrow(() -> new BindException("every source port of the probe is in use"));
    }

    private synchronized void use(NetworkChannel fresh) throws IOException {
        channel = fresh;
        if (expired || ended) {
            fresh.close();
        }
    }

    private synchronized void giveBack() {
        if (lease != null) {
            ports.giveBack(lease);
            lease = null;
        }
    }

    private void closeChannel() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyGone) {
            // The descriptor is released in any case.
        }
    }

    private ProtocolFamily family() {
        IpAddress address = target.address();
        return address.isIpv4() ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }
}
