package dev.carom.controlplane.kubernetes;

import dev.carom.controlplane.security.PodTokens;
import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the cluster whose token this is (TokenReview, authentication.k8s.io/v1). It must be one for Carom's audience, of the
 * agents' service account, and bound to a pod: the cluster then names the node on which that pod runs (Kubernetes 1.30 and
 * newer), which no pod can choose for itself.
 */
final class TokenReviews implements PodTokens {
    private static final Logger LOG = LoggerFactory.getLogger(TokenReviews.class);
    private static final String NODE_NAME = "authentication.kubernetes.io/node-name";

    private final KubernetesClient cluster;
    private final String audience;
    private final String username;

    TokenReviews(KubernetesClient cluster, KubernetesProperties properties) {
        this.cluster = cluster;
        this.audience = properties.tokenAudience();
        this.username = "system:serviceaccount:" + properties.agentServiceAccount();
    }

    @Override
    public Optional<String> nodeName(String token) {
        try {
            TokenReviewStatus status =
                    cluster.tokenReviews().create(review(token)).getStatus();
            return status == null ? Optional.empty() : nodeName(status);
        } catch (KubernetesClientException unanswered) {
            LOG.warn("the cluster does not say whose token an agent shows: {}", unanswered.getMessage());
            return Optional.empty();
        }
    }

    private TokenReview review(String token) {
        return new TokenReviewBuilder()
                .withNewSpec()
                .withToken(token)
                .withAudiences(audience)
                .endSpec()
                .build();
    }

    private Optional<String> nodeName(TokenReviewStatus status) {
        boolean ours = Boolean.TRUE.equals(status.getAuthenticated())
                && status.getAudiences().contains(audience)
                && username.equals(status.getUser().getUsername());
        List<String> nodes = ours ? status.getUser().getExtra().getOrDefault(NODE_NAME, List.of()) : List.of();
        return nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty();
    }
}
