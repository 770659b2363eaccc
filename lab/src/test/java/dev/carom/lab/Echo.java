package dev.carom.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server on the loopback that sends back what it gets. */
record Echo(ServerSocket listener) implements AutoCloseable {
    static Echo start() throws IOException {
        Echo echo = new Echo(new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1")));
        Thread.startVirtualThread(echo::serve);
        return echo;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What a client on the loopback of its thread's namespace gets for {@code echo}. */
    static String ask(int port, Duration patience) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write("echo".getBytes(StandardCharsets.UTF_8));
            byte[] answer = socket.getInputStream().readNBytes(4);
            return answer.length == 4 ? new String(answer, StandardCharsets.UTF_8) : "closed";
        } catch (SocketTimeoutException e) {
            return "silence";
        } catch (SocketException e) {
            return "closed";
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.startVirtualThread(() -> send(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void send(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The client is gone.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
