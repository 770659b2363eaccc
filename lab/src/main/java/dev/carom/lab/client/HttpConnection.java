package dev.carom.lab.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One HTTP/1.1 connection on one socket, opened by the calling thread and so in that thread's namespace: the JDK's own
 * client opens its sockets in threads of its choice.
 */
public final class HttpConnection implements AutoCloseable {
    /** Small, for there may be ten thousand of these. */
    private static final int BUFFER_BYTES = 1024;

    private final Socket socket;
    private final InputStream in;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    /** @param limit for connecting, and for each wait for bytes afterwards */
    public static HttpConnection open(String address, int port, Duration limit) throws IOException {
        return openFrom(0, address, port, limit);
    }

    /**
     * @param localPort the client's own; 0 for any, which connecting chooses: to bind a socket to any port takes one of a
     *     quarter of them, and ten thousand connections were half as many flows
     */
    public static HttpConnection openFrom(int localPort, String address, int port, Duration limit) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(true);
            if (localPort != 0) {
                socket.bind(new InetSocketAddress(localPort));
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(limit.toMillis()));
            return new HttpConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** One request on a connection of its own. */
    public static HttpAnswer getOnce(String address, int port, String path, Duration limit) throws IOException {
        try (HttpConnection connection = open(address, port, limit)) {
            return connection.exchange(path, "close");
        }
    }

    /** One request; the connection stays. */
    public HttpAnswer get(String path) throws IOException {
        return exchange(path, "keep-alive");
    }

    private HttpAnswer exchange(String path, String connection) throws IOException {
        String request = "GET %s HTTP/1.1\r\nHost: lab\r\nConnection: %s\r\n\r\n".formatted(path, connection);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer ended after " + body.length + " of " + length + " bytes");
        }
        return new HttpAnswer(status, body);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended in a header");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
