package dev.carom.lab.relay;

import dev.carom.lab.namespace.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Listens on the loopback of a namespace and relays TCP to a port on this machine's own loopback. The listening socket
 * is the only thing inside; everything else is here. One virtual thread per connection and direction.
 */
public final class Relay implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket listener;
    private final int targetPort;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Object faultChanged = new Object();
    private volatile RelayFault fault = RelayFault.NONE;

    private Relay(ServerSocket listener, int targetPort) {
        this.listener = listener;
        this.targetPort = targetPort;
    }

    public static Relay open(NetworkNamespace namespace, int port, int targetPort) {
        Relay relay = new Relay(namespace.call(() -> listen(port)), targetPort);
        Thread.ofVirtual().name("relay from " + namespace.name()).start(relay::acceptAll);
        return relay;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        return socket;
    }

    /** Takes effect on the connections that stand and on those that come. */
    public void setFault(RelayFault newFault) {
        synchronized (faultChanged) {
            fault = newFault;
            faultChanged.notifyAll();
        }
        if (newFault == RelayFault.CUT) {
            connections.forEach(Relay::closeQuietly);
        }
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException ignored) {
                // Closed, or the control plane is away: the agent sees its connection end, as it would without a relay.
            }
        }
    }

    private void connect(Socket inner) throws IOException {
        connections.add(inner);
        if (fault == RelayFault.CUT) {
            closeQuietly(inner);
            connections.remove(inner);
            return;
        }
        Socket outer = new Socket();
        try {
            outer.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), targetPort));
        } catch (IOException e) {
            closeQuietly(inner);
            connections.remove(inner);
            throw e;
        }
        connections.add(outer);
        Thread.startVirtualThread(() -> pump(inner, outer));
        Thread.startVirtualThread(() -> pump(outer, inner));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            from.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitPassage();
                out.write(buffer, 0, count);
            }
        } catch (IOException ignored) {
            // One side is gone: so is the other.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            connections.remove(from);
            connections.remove(to);
        }
    }

    private void awaitPassage() throws IOException {
        synchronized (faultChanged) {
            while (fault == RelayFault.BLACK_HOLE) {
                try {
                    faultChanged.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        setFault(RelayFault.CUT);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is as closed as it will be.
        }
    }
}
