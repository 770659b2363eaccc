package dev.carom.controlplane.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently deliveries are tried.
 *
 * @param attempts until a delivery is dead
 * @param firstRetry the longest wait after the first failure; each later one is three times as long
 * @param longestRetry no wait is longer
 * @param timeout of one attempt, from the first packet to the status of the answer
 * @param lease how long a replica that vanished keeps others from going on; longer than the timeout
 */
@ConfigurationProperties("carom.webhooks")
record WebhookSettings(
        @DefaultValue("12") int attempts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("30s") Duration lease) {}
