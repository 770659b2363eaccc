package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.security.PodTokens;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** In a cluster an agent shows the token of its pod, and is the node of the name that the cluster tells. */
@Import(PodIdentityIT.Cluster.class)
class PodIdentityIT extends ChannelTest {
    /** Says that a pod's token names its node; others are nobody's. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Cluster {
        @Bean
        PodTokens podTokens() {
            return token ->
                    token.startsWith("pod-on-") ? Optional.of(token.substring("pod-on-".length())) : Optional.empty();
        }
    }

    @Test
    void thePodsTokenSpeaksForItsNodeAlone() throws Exception {
        Operator.Registered node = registered();
        String name = operator.get("nodes/" + node.id()).get("name").asString();
        Operator.Registered byPod =
                new Operator.Registered(node.id(), node.nodeGroupId(), "pod-on-" + name, node.revision());
        try (WatchStream stream = agent(byPod).watch()) {
            assertThat(state(stream.nextSnapshot()).getNodes(0).getName()).isEqualTo(name);
        }
    }
}
