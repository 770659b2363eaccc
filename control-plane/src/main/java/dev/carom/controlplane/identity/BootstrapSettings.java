package dev.carom.controlplane.identity;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first way in.
 *
 * @param token of role ADMIN, chosen by who starts the control plane ({@code CAROM_BOOTSTRAP_TOKEN})
 * @param tokenFile holds that token ({@code CAROM_BOOTSTRAP_TOKEN_FILE})
 * @param lifetime of a token that nobody chose
 */
@ConfigurationProperties("carom.bootstrap")
record BootstrapSettings(
        @Nullable String token,
        @Nullable Path tokenFile,
        @DefaultValue("24h") Duration lifetime) {}
