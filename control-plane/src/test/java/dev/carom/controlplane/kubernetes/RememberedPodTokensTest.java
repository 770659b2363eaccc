package dev.carom.controlplane.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedPodTokensTest {
    private final List<String> asked = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final RememberedPodTokens tokens = new RememberedPodTokens(
            token -> {
                asked.add(token);
                return token.equals("good") ? Optional.of("worker-1") : Optional.empty();
            },
            now::get);

    @Test
    void theClusterIsAskedOnceAMinute() {
        assertThat(tokens.nodeName("good")).contains("worker-1");
        now.addAndGet(RememberedPodTokens.REMEMBERED.toNanos() - 1);
        assertThat(tokens.nodeName("good")).contains("worker-1");
        assertThat(asked).hasSize(1);
        now.addAndGet(1);
        assertThat(tokens.nodeName("good")).contains("worker-1");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRefusalIsNotRemembered() {
        assertThat(tokens.nodeName("bad")).isEmpty();
        assertThat(tokens.nodeName("bad")).isEmpty();
        assertThat(asked).hasSize(2);
    }
}
