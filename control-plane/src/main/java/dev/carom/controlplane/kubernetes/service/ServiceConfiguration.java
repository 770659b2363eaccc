package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only where {@code CAROM_KUBERNETES_SERVICES_ENABLED} is set does anything here run. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("carom.kubernetes.services.enabled")
@EnableConfigurationProperties(ServiceSettings.class)
class ServiceConfiguration {
    @Bean(initMethod = "start", destroyMethod = "close")
    ServiceController serviceController(
            KubernetesClient cluster,
            ServiceSettings settings,
            GroundReader grounds,
            ExposureWriter writer,
            Clock clock) {
        return controller(cluster, settings, ServiceController.Timing.USUAL, grounds, writer, clock);
    }

    static ServiceController controller(
            KubernetesClient cluster,
            ServiceSettings settings,
            ServiceController.Timing timing,
            GroundReader grounds,
            ExposureWriter writer,
            Clock clock) {
        return new ServiceController(
                cluster,
                settings,
                timing,
                () -> new Term(
                        cluster,
                        round(cluster, settings, grounds, writer, clock),
                        settings.cluster(),
                        settings.resync()));
    }

    static Round round(
            KubernetesClient cluster,
            ServiceSettings settings,
            GroundReader grounds,
            ExposureWriter writer,
            Clock clock) {
        return new Round(
                settings.cluster(),
                new Planner(settings.cluster(), settings.pools(), settings.kubeProxyHealthPort()),
                grounds,
                writer,
                new ServiceObjects(cluster),
                new ServiceEvents(cluster, clock));
    }
}
