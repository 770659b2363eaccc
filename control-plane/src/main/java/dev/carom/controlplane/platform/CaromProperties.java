package dev.carom.controlplane.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the control plane itself.
 *
 * @param dataDir where the embedded database lives ({@code CAROM_DATA_DIR})
 */
@ConfigurationProperties("carom")
public record CaromProperties(Path dataDir) {}
