package dev.carom.controlplane.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

class TlsSettingsTest {
    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void withACertificateThePortByTlsIs8443OnAllAddressesAndThePlainOneGoesBesideIt() {
        set("carom.tls.certificate-file", "server.crt", "carom.tls.key-file", "server.key");
        assertThat(setting("server.port")).isEqualTo("8443");
        assertThat(setting("server.address")).isEqualTo("0.0.0.0");
        assertThat(setting("carom.plain.port")).isEqualTo("8080");
        assertThat(setting("carom.plain.address")).isEqualTo("127.0.0.1");
        assertThat(setting("server.ssl.bundle")).isEqualTo("carom");
        assertThat(setting("spring.ssl.bundle.pem.carom.reload-on-update")).isEqualTo("true");
    }

    @Test
    void withoutACertificateNothingIsSet() {
        set("carom.tls.certificate-file", "", "server.port", "8080");
        assertThat(setting("server.port")).isEqualTo("8080");
        assertThat(setting("carom.plain.port")).isNull();
    }

    private void set(String name, String value, String other, String otherValue) {
        PropertySource<?> given = new MapPropertySource("given", Map.of(name, value, other, otherValue));
        context.getEnvironment().getPropertySources().addFirst(given);
        new TlsSettings().initialize(context);
    }

    private @Nullable String setting(String name) {
        return context.getEnvironment().getProperty(name);
    }
}
