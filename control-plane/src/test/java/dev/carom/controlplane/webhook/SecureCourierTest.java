package dev.carom.controlplane.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.security.Opened;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver with an authority of its own, over TLS. */
class SecureCourierTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final String BODY = "{\"secret\": true}";

    private final SecureReceiver receiver;
    private final ServerSocket server;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    SecureCourierTest() throws Exception {
        receiver = SecureReceiver.make();
        server =
                receiver.context().getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @BeforeEach
    void receive() {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                StringBuilder asked = new StringBuilder();
                while (!asked.toString().endsWith(BODY)) {
                    int next = socket.getInputStream().read();
                    if (next < 0) {
                        throw new IOException("cut off");
                    }
                    asked.append((char) next);
                }
                heard.add(asked.toString());
                socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            } catch (SSLException refused) {
                heard.add("nothing");
            } catch (IOException e) {
                heard.add(e.toString());
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void whoseAuthorityIsTrustedIsToldOverTls() throws Exception {
        assertThat(post(receiver.trusting(), "127.0.0.1")).isEqualTo(204);
        assertThat(heard.poll(PATIENT.toSeconds(), TimeUnit.SECONDS))
                .startsWith("POST /hook HTTP/1.1\r\n")
                .endsWith(BODY);
    }

    @Test
    void whoseAuthorityIsNotTrustedIsToldNothing() throws Exception {
        assertThatThrownBy(() -> post((SSLSocketFactory) SSLSocketFactory.getDefault(), "127.0.0.1"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("certification path");
        assertThat(heard.poll(PATIENT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("nothing");
    }

    @Test
    void whoseNameIsAnothersIsToldNothing() throws Exception {
        assertThatThrownBy(() -> post(receiver.trusting(), "localhost"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("localhost");
        assertThat(heard.poll(PATIENT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("nothing");
    }

    private int post(SSLSocketFactory trusting, String host) throws IOException {
        return new Courier(Opened.to("127.0.0.0/8"), PATIENT, trusting)
                .post(
                        URI.create("https://" + host + ":" + server.getLocalPort() + "/hook"),
                        Map.of(),
                        BODY.getBytes(StandardCharsets.UTF_8));
    }
}
