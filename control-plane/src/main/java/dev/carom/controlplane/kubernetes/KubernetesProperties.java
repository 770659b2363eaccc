package dev.carom.controlplane.kubernetes;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How agents of this cluster are known.
 *
 * @param tokenAudience that their tokens must be for
 * @param agentServiceAccount {@code namespace:name}
 */
@ConfigurationProperties("carom.kubernetes")
record KubernetesProperties(String tokenAudience, String agentServiceAccount) {}
