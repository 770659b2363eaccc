package dev.carom.controlplane.kubernetes.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The settings, from the environment that the chart renders. */
class ServiceSettingsTest {
    private static final Path RENDERED = Path.of("../helm/src/test/resources/golden/everything.yaml");
    private static final Pattern VARIABLE =
            Pattern.compile("- name: (CAROM_KUBERNETES_SERVICES_\\w+)\\s+value: \"?([^\"\\n]+)\"?");

    @Test
    void theChartsEnvironmentIsRead() throws Exception {
        Map<String, Object> environment = new HashMap<>();
        Matcher variables = VARIABLE.matcher(Files.readString(RENDERED));
        while (variables.find()) {
            environment.put(variables.group(1), variables.group(2));
        }
        ServiceSettings settings = bind(environment);
        assertThat(settings.enabled()).isTrue();
        assertThat(settings.namespace()).isEqualTo("carom-system");
        assertThat(settings.lease()).isEqualTo("lb-service-controller");
        assertThat(settings.pools())
                .containsExactly(
                        new AddressPool(
                                "public",
                                "default",
                                List.of(
                                        AddressRange.parse("192.0.2.0/28"),
                                        AddressRange.parse("2001:db8::10-2001:db8::1f")),
                                true),
                        new AddressPool("reserved", "default", List.of(AddressRange.parse("203.0.113.7/32")), false));
    }

    @Test
    void withoutASettingItIsOff() {
        ServiceSettings settings = bind(Map.of());
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.kubeProxyHealthPort()).isEqualTo(10_256);
        assertThat(settings.resync()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.pools()).isEmpty();
    }

    private static ServiceSettings bind(Map<String, Object> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("carom.kubernetes.services", ServiceSettings.class);
    }
}
