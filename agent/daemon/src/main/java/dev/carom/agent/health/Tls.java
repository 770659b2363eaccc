package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HttpCheck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS for HTTPS probes. A monitor either verifies the certificate against the host's trust store and its host name, or
 * takes any: whether the service lives and whether its certificate is good are two questions. The host name goes out as
 * SNI in both cases.
 */
final class Tls implements HttpProber.Security {
    /** RFC 6066 3: addresses are not sent as server names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*");

    private static final SSLContext TRUSTING = trusting();

    /** The JVM loads and compiles TLS for the first handshakes, which takes longer than a backend is given. */
    private static final long WARMING_NANOS = Duration.ofSeconds(3).toNanos();

    private static final long FIRST_USE = System.nanoTime();

    @Override
    public Socket secure(Socket plain, Attempt attempt, HttpCheck check) throws IOException {
        attempt.await("TLS handshake");
        long start = System.nanoTime();
        try {
            return shakeHands(plain, attempt, check);
        } catch (IOException e) {
            if (attempt.hasExpired() && start - FIRST_USE < WARMING_NANOS) {
                throw new Prober.NotAsked("the first TLS handshakes of this process take longer than the timeout");
            }
            throw e;
        }
    }

    private static SSLSocket shakeHands(Socket plain, Attempt attempt, HttpCheck check) throws IOException {
        InetSocketAddress destination = attempt.destination();
        String host = check.host().replaceFirst(":\\d+$", "");
        String name = host.isEmpty() ? destination.getAddress().getHostAddress() : host;
        SSLSocket secured =
                (SSLSocket) context(check).getSocketFactory().createSocket(plain, name, destination.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        if (NAME.matcher(host).matches()) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        if (check.verifyCertificate()) {
            // RFC 9110 4.3.4: the certificate must name the host.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static SSLContext context(HttpCheck check) throws IOException {
        try {
            return check.verifyCertificate() ? SSLContext.getDefault() : TRUSTING;
        } catch (GeneralSecurityException e) {
            throw new IOException("no trust store on this node", e);
        }
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The extended kind: the plain one is wrapped in checks of its own. */
    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
