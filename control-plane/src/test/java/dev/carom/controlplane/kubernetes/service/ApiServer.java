package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** fabric8's API server with a memory, over plain HTTP; it can be away for a while and remembers. */
final class ApiServer implements AutoCloseable {
    static {
        // It tells of every request.
        Logger.getLogger(MockWebServer.class.getName()).setLevel(Level.WARNING);
    }

    /** Not where connections come from: while the server is away, its port is nobody's own end by chance. */
    private static final String ADDRESS = "127.67.0.1";

    private final KubernetesCrudDispatcher memory = new KubernetesCrudDispatcher(List.of());
    private KubernetesMockServer server = start(0);
    private final int port = server.getPort();

    private KubernetesMockServer start(int wanted) {
        KubernetesMockServer started =
                new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), memory, false);
        started.init(InetAddress.ofLiteral(ADDRESS), wanted);
        return started;
    }

    void goAway() {
        server.destroy();
    }

    void comeBack() {
        server = start(port);
    }

    KubernetesClient client() {
        Config config = new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl("http://" + ADDRESS + ":" + port)
                .withRequestRetryBackoffLimit(0)
                .withWatchReconnectInterval(100)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
