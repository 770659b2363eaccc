package dev.carom.controlplane.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.security.EgressRefused;
import dev.carom.controlplane.security.Opened;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receivers that mean no good, on loopback. */
class CourierTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final ServerSocket server;

    CourierTest() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private interface Manner {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    @Test
    void theStatusIsEnoughHoweverLongTheAnswerIs() throws IOException {
        receive(out -> {
            write(out, "HTTP/1.1 202 Accepted\r\nX-Endless: ");
            while (true) {
                write(out, "x".repeat(1_000));
            }
        });
        assertThat(post(PATIENT)).isEqualTo(202);
    }

    @Test
    void aStatusLineWithoutAnEndIsNone() {
        receive(out -> {
            while (true) {
                write(out, "HTTP/1.1 ");
            }
        });
        assertThatThrownBy(() -> post(PATIENT)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void whoeverDripsIsLeftInTime() {
        receive(out -> {
            while (true) {
                write(out, "H");
                Thread.sleep(20);
            }
        });
        assertThatThrownBy(() -> post(Duration.ofMillis(300))).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void whoeverSaysNothingHasNotAnswered() {
        receive(out -> {});
        assertThatThrownBy(() -> post(PATIENT)).isInstanceOf(EOFException.class);
    }

    @Test
    void aForbiddenTargetIsNotConnectedTo() {
        assertThatThrownBy(() -> new Courier(Opened.to(), PATIENT).post(target(), Map.of(), new byte[0]))
                .isInstanceOf(EgressRefused.class);
    }

    private int post(Duration timeout) throws IOException {
        return new Courier(Opened.to("127.0.0.0/8"), timeout)
                .post(target(), Map.of("Content-Type", "application/json"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private URI target() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook?a=b");
    }

    /** Answers one request, after reading the whole of it. */
    private void receive(Manner manner) {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                StringBuilder asked = new StringBuilder();
                while (!asked.toString().endsWith("\r\n\r\n{}")) {
                    asked.append((char) socket.getInputStream().read());
                }
                manner.answer(socket.getOutputStream());
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
