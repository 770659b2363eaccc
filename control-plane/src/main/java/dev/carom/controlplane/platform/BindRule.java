package dev.carom.controlplane.platform;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What is sent in the clear stays on this host: TLS has a port of its own. Judged before anything is started. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BindRule implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Binder settings = Binder.get(context.getEnvironment());
        if (!settings.bind("carom.insecure", Boolean.class).orElse(false)) {
            requireLoopback(settings, "server.address");
            requireLoopback(settings, "management.server.address");
        }
    }

    private static void requireLoopback(Binder settings, String setting) {
        BindResult<InetAddress> address = settings.bind(setting, InetAddress.class);
        requireLoopback(setting, address.isBound() ? address.get() : null);
    }

    /**
     * @param address null means all addresses
     * @throws InsecureBindException if others than this host could reach the address
     */
    static void requireLoopback(String setting, @Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new InsecureBindException(setting, address == null ? "all addresses" : address.getHostAddress());
        }
    }
}
