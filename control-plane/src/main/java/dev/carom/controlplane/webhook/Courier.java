package dev.carom.controlplane.webhook;

import dev.carom.controlplane.security.Egress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Posts over HTTP/1.1 to an address that was judged: the JDK's client would resolve the name anew. It follows no
 * redirect, and reads no more of an answer than its status.
 */
final class Courier {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Egress egress;
    private final Duration timeout;
    private final SSLSocketFactory trusting;

    /** Trusts whom the JDK trusts ({@code javax.net.ssl.trustStore}). */
    Courier(Egress egress, Duration timeout) {
        this(egress, timeout, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Courier(Egress egress, Duration timeout, SSLSocketFactory trusting) {
        this.egress = egress;
        this.timeout = timeout;
        this.trusting = trusting;
    }

    /**
     * The status of the answer.
     *
     * @throws IOException if there is none in time, or the target is forbidden
     */
    int post(URI target, Map<String, String> headers, byte[] body) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        try (Socket plain = new Socket()) {
            Thread watchdog = Thread.startVirtualThread(() -> closeWhenLate(plain, late));
            try {
                connect(plain, target);
                Socket socket = isSecure(target) ? secured(plain, target) : plain;
                socket.getOutputStream().write(request(target, headers, body));
                socket.getOutputStream().flush();
                return StatusLine.read(socket.getInputStream());
            } catch (IOException e) {
                throw late.get() ? new InterruptedIOException("No answer within " + timeout.toMillis() + " ms") : e;
            } finally {
                watchdog.interrupt();
            }
        }
    }

    /** Neither a handshake nor a write has a timeout of its own. */
    private void closeWhenLate(Socket socket, AtomicBoolean late) {
        try {
            Thread.sleep(timeout);
            late.set(true);
            socket.close();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            return;
        }
    }

    private void connect(Socket socket, URI target) throws IOException {
        InetAddress address = egress.resolve(host(target)).getFirst();
        socket.connect(new InetSocketAddress(address, port(target)), Math.toIntExact(timeout.toMillis()));
        socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    }

    private Socket secured(Socket plain, URI target) throws IOException {
        SSLSocket socket = (SSLSocket) trusting.createSocket(plain, host(target), port(target), false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI target, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append("POST ").append(path(target)).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.getRawAuthority()).append("\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append("Connection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] text = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(text, text.length + body.length);
        System.arraycopy(body, 0, whole, text.length, body.length);
        return whole;
    }

    private static String path(URI target) {
        @Nullable String query = target.getRawQuery();
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return query == null ? path : path + "?" + query;
    }

    private static String host(URI target) {
        return target.getHost().replaceAll("[\\[\\]]", "");
    }

    private static int port(URI target) {
        return target.getPort() >= 0 ? target.getPort() : isSecure(target) ? HTTPS : HTTP;
    }

    private static boolean isSecure(URI target) {
        return target.getScheme().equals("https");
    }
}
