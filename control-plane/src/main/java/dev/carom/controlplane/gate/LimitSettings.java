package dev.carom.controlplane.gate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask, on each replica.
 *
 * @param requestsPerSecond of one user or token, lastingly
 * @param burst of one user or token, at once
 * @param unknownRequestsPerSecond of one address that shows no valid credential, lastingly
 * @param unknownBurst of one address that shows no valid credential, at once
 */
@ConfigurationProperties("carom.limits")
record LimitSettings(
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("1000") int burst,
        @DefaultValue("20") int unknownRequestsPerSecond,
        @DefaultValue("200") int unknownBurst) {}
