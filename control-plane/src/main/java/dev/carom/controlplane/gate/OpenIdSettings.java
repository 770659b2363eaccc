package dev.carom.controlplane.gate;

import dev.carom.controlplane.security.Role;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID provider that people may sign in with (OpenID Connect Core 1.0, authorization code with PKCE).
 *
 * @param issuer as the provider names itself; its endpoints are discovered below it
 * @param rolesClaim of the id token: a text or a list of texts
 * @param roles which role a value of that claim gives, everywhere
 */
@ConfigurationProperties("carom.oidc")
record OpenIdSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue Map<String, Role> roles) {}
