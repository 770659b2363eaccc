package dev.carom.controlplane.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
    /** The example of the specification. */
    @Test
    void signsAsStandardWebhooksSays() {
        assertThat(WebhookSecret.sign(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatItMakesIsASecretAndNeverTheSame() {
        assertThat(WebhookSecret.isOne(WebhookSecret.random())).isTrue();
        assertThat(WebhookSecret.random()).isNotEqualTo(WebhookSecret.random());
    }

    @Test
    void whatIsShortOrNoBase64IsNoSecret() {
        assertThat(WebhookSecret.isOne("whsec_c2hvcnQ=")).isFalse();
        assertThat(WebhookSecret.isOne("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
        assertThat(WebhookSecret.isOne("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa-_"))
                .isFalse();
    }
}
