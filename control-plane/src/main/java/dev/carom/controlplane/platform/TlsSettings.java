package dev.carom.controlplane.platform;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With a certificate, the server's own port is the one by TLS, and the plain one (for this host, and for agents) goes
 * beside it: Spring Boot reloads the certificate of the first.
 */
class TlsSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String PLAIN_ADDRESS = "carom.plain.address";
    static final String PLAIN_PORT = "carom.plain.port";

    private static final String BUNDLE = "spring.ssl.bundle.pem.carom.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String certificate = environment.getProperty("carom.tls.certificate-file", "");
        if (certificate.isBlank()) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put(PLAIN_ADDRESS, environment.getProperty("server.address", "127.0.0.1"));
        settings.put(PLAIN_PORT, environment.getProperty("server.port", "8080"));
        settings.put("server.address", environment.getProperty("carom.tls.address", "0.0.0.0"));
        settings.put("server.port", environment.getProperty("carom.tls.port", "8443"));
        settings.put("server.ssl.bundle", "carom");
        settings.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        settings.put(BUNDLE + "reload-on-update", "true");
        settings.put(BUNDLE + "keystore.certificate", "file:" + certificate);
        settings.put(BUNDLE + "keystore.private-key", "file:" + environment.getProperty("carom.tls.key-file", ""));
        environment.getPropertySources().addFirst(new MapPropertySource("tls", settings));
    }
}
