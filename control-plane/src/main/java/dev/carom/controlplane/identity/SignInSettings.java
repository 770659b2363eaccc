package dev.carom.controlplane.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the sign-in is.
 *
 * @param freeFailures of one name from one address before the next must wait
 */
@ConfigurationProperties("carom.sign-in")
record SignInSettings(@DefaultValue("5") int freeFailures) {}
