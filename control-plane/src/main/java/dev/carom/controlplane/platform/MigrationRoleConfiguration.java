package dev.carom.controlplane.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a role of its own migrate the schema ({@code CAROM_DB_MIGRATION_USERNAME}); without it the same role does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("carom.db.migration.username")
class MigrationRoleConfiguration {
    @Bean
    FlywayConnectionDetails migrationRole(
            JdbcConnectionDetails database,
            @Value("${carom.db.migration.username}") String username,
            @Value("${carom.db.migration.password:#{null}}") @Nullable String password) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return username;
            }

            @Override
            public @Nullable String getPassword() {
                return password;
            }

            @Override
            public @Nullable String getJdbcUrl() {
                return database.getJdbcUrl();
            }
        };
    }
}
