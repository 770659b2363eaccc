package dev.carom.controlplane.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People are served by TLS from files, which are read anew when they change. */
@ControlPlaneTest
class TlsIT {
    private static final Path DIRECTORY = Path.of("target", "tls").toAbsolutePath();
    private static final Path CERTIFICATE = DIRECTORY.resolve("server.crt");
    private static final Path KEY = DIRECTORY.resolve("server.key");

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry properties) throws Exception {
        Files.createDirectories(DIRECTORY);
        Certificate.write(CERTIFICATE, KEY, "first");
        properties.add("carom.data-dir", DIRECTORY::toString);
        properties.add("carom.tls.certificate-file", CERTIFICATE::toString);
        properties.add("carom.tls.key-file", KEY::toString);
        properties.add("carom.tls.address", () -> "127.0.0.1");
        properties.add("carom.tls.port", () -> "0");
    }

    @Test
    void theCertificateIsReadAnewWithoutARestart() throws Exception {
        HttpResponse<String> answer = get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(subject(answer)).isEqualTo("CN=first");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age="));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        Certificate.write(CERTIFICATE, KEY, "second");
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(subject(get())).isEqualTo("CN=second"));
    }

    private static String subject(HttpResponse<String> answer) throws Exception {
        X509Certificate certificate =
                (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        return certificate.getSubjectX500Principal().getName();
    }

    private HttpResponse<String> get() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var file = Files.newInputStream(CERTIFICATE)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            return Conformance.checked(client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/api/v1/session"))
                            .build(),
                    BodyHandlers.ofString()));
        }
    }
}
