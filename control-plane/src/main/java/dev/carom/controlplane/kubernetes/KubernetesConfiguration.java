package dev.carom.controlplane.kubernetes;

import dev.carom.controlplane.security.PodTokens;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Outside a cluster nothing here is made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KubernetesProperties.class)
class KubernetesConfiguration {
    /** As the service account of its own pod; made for who asks for it first. */
    @Lazy
    @Bean(destroyMethod = "close")
    KubernetesClient kubernetesClient() {
        return new KubernetesClientBuilder().build();
    }

    @Bean
    @ConditionalOnProperty("carom.kubernetes.token-audience")
    PodTokens podTokens(KubernetesClient cluster, KubernetesProperties properties) {
        return new RememberedPodTokens(new TokenReviews(cluster, properties), System::nanoTime);
    }
}
