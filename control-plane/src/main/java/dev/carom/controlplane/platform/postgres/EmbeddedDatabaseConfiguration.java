package dev.carom.controlplane.platform.postgres;

import dev.carom.controlplane.platform.CaromProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Runs the embedded database when no other is named; the tests bring their own. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDataSourceUrl.class)
@ConditionalOnProperty(name = "carom.embedded-database", havingValue = "true", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(CaromProperties properties) {
        return EmbeddedPostgres.start(properties.dataDir().resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return EmbeddedPostgres.RUNTIME_USER;
            }

            @Override
            public String getPassword() {
                return postgres.runtimePassword();
            }
        };
    }

    @Bean
    FlywayConnectionDetails embeddedOwner(EmbeddedPostgres postgres) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedPostgres.USER;
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }
}
