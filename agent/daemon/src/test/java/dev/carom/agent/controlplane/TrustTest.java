package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.carom.agent.health.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of the JDK, whose certificate nobody signed but itself. */
@SuppressWarnings("NullAway.Init")
class TrustTest {
    @TempDir
    Path directory;

    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private HttpsServer server;
    private Path certificate;
    private URI base;

    @BeforeEach
    void start() throws Exception {
        KeyStore store = TestCertificate.keys(directory, "localhost");
        certificate = Files.writeString(directory.resolve("ca.crt"), TestCertificate.certificate(store));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, TestCertificate.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        base = URI.create("https://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theGivenCertificateIsTrusted() throws Exception {
        call(ControlPlane.Settings.trust(Optional.of(certificate)), Credential.of(new NodeToken("one")));
        assertThat(authorization).hasValue("Bearer one");
    }

    @Test
    void withoutItTheServerIsNot() {
        assertThatThrownBy(() -> call(Trust.ofSystem(), Credential.of(new NodeToken("one"))))
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(authorization).hasValue("");
    }

    @Test
    void aTokenInAFileIsReadForEveryCall() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "first\n");
        SSLContext trust = Trust.in(certificate);
        call(trust, Credential.inFile(file));
        assertThat(authorization).hasValue("Bearer first");
        Files.writeString(file, "second\n");
        call(trust, Credential.inFile(file));
        assertThat(authorization).hasValue("Bearer second");
    }

    @Test
    void aFileWithoutCertificatesIsNamed() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "");
        assertThatThrownBy(() -> Trust.in(empty)).hasMessageContaining(empty.toString());
    }

    private void call(SSLContext trust, Credential credential) throws Exception {
        try (ConnectClient client = new ConnectClient(credential, trust, Duration.ofSeconds(15))) {
            client.call(base, "Report", Empty.getDefaultInstance(), Empty.parser());
        }
    }
}
