package dev.carom.controlplane.platform;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the migrations which role serves requests, so that they grant it what it needs and no more. */
@Configuration(proxyBeanMethods = false)
class RuntimeRole {
    @Bean
    FlywayConfigurationCustomizer tellsRuntimeRole(JdbcConnectionDetails database) {
        String role = Objects.requireNonNull(database.getUsername(), "The database's user has no name");
        return flyway -> flyway.placeholders(Map.of("runtimeRole", role));
    }
}
