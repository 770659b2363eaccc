package dev.carom.controlplane.kubernetes;

import dev.carom.controlplane.security.PodTokens;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only where {@code CAROM_KUBERNETES_TOKEN_AUDIENCE} is set is a cluster asked anything. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("carom.kubernetes.token-audience")
@EnableConfigurationProperties(KubernetesProperties.class)
class KubernetesConfiguration {
    /** As the service account of its own pod. */
    @Bean(destroyMethod = "close")
    KubernetesClient kubernetesClient() {
        return new KubernetesClientBuilder().build();
    }

    @Bean
    PodTokens podTokens(KubernetesClient cluster, KubernetesProperties properties) {
        return new RememberedPodTokens(new TokenReviews(cluster, properties), System::nanoTime);
    }
}
