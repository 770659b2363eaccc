package dev.carom.controlplane.platform;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Until people can sign in, only this host may talk to the control plane. Judged before anything is started. */
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
