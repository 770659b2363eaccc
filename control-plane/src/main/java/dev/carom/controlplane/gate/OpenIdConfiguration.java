package dev.carom.controlplane.gate;

import dev.carom.controlplane.identity.OpenIdUsers;
import dev.carom.controlplane.identity.Sessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets people sign in with an OpenID provider, where one is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${carom.oidc.issuer:}' != ''")
@EnableConfigurationProperties(OpenIdSettings.class)
class OpenIdConfiguration {
    @Bean
    OpenIdRegistration openIdRegistration(OpenIdSettings settings) {
        return new OpenIdRegistration(settings);
    }

    @Bean
    OpenIdSignIn openIdSignIn(
            OpenIdRegistration registration, OpenIdSettings settings, OpenIdUsers users, Sessions sessions) {
        return new OpenIdSignIn(registration, settings, users, sessions);
    }
}
