package dev.carom.controlplane.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class BindRuleTest {
    @Test
    void loopbackIsAllowed() {
        assertThatCode(() -> BindRule.requireLoopback("server.address", InetAddress.ofLiteral("127.0.0.1")))
                .doesNotThrowAnyException();
        assertThatCode(() -> BindRule.requireLoopback("server.address", InetAddress.ofLiteral("::1")))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherAddressIsRefusedInASentence() {
        assertThatThrownBy(() -> BindRule.requireLoopback("server.address", InetAddress.ofLiteral("192.0.2.1")))
                .isInstanceOf(InsecureBindException.class)
                .hasMessage("Carom will not listen on 192.0.2.1 (server.address): without TLS, passwords and"
                        + " tokens would cross the network for everybody to read.");
    }

    @Test
    void noAddressMeansAllAndIsRefused() {
        assertThatThrownBy(() -> BindRule.requireLoopback("server.address", null))
                .hasMessageContaining("all addresses");
    }

    @Test
    void insecureIsASentenceTheOperatorHasToSay() {
        assertThatThrownBy(
                        () -> initialize(Map.of("server.address", "0.0.0.0", "management.server.address", "127.0.0.1")))
                .isInstanceOf(InsecureBindException.class);
        assertThatCode(() -> initialize(Map.of("server.address", "0.0.0.0", "carom.insecure", "1")))
                .doesNotThrowAnyException();
    }

    @Test
    void theManagementPortFollowsTheSameRule() {
        assertThatThrownBy(() ->
                        initialize(Map.of("server.address", "127.0.0.1", "management.server.address", "192.0.2.1")))
                .hasMessageContaining("management.server.address");
    }

    private static void initialize(Map<String, Object> properties) {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
            new BindRule().initialize(context);
        }
    }
}
