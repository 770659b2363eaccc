package dev.carom.controlplane.kubernetes.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Off unless it is asked for; then it stands for election at once. */
@SuppressWarnings("NullAway") // Without a Service nobody asks the readers and writers, which have nothing to ask.
class ServiceConfigurationTest {
    private final ApiServer server = new ApiServer();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(ServiceConfiguration.class)
            .withBean(KubernetesClient.class, server::client)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(GroundReader.class, () -> new GroundReader(null, null, null, null))
            .withBean(ExposureWriter.class, () -> new ExposureWriter(null, null, null, null, null, null));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isOffUnlessAskedFor() {
        application.run(context -> assertThat(context).doesNotHaveBean(ServiceController.class));
    }

    @Test
    void standsForElectionWhenOn() {
        application
                .withPropertyValues(
                        "carom.kubernetes.services.enabled=true", "carom.kubernetes.services.namespace=carom-system")
                .run(context -> {
                    assertThat(context).hasSingleBean(ServiceController.class);
                    try (KubernetesClient cluster = server.client()) {
                        Awaitility.await()
                                .untilAsserted(() -> assertThat(cluster.leases()
                                                .inNamespace("carom-system")
                                                .withName("carom-service-controller")
                                                .get())
                                        .isNotNull());
                    }
                });
    }
}
