package dev.carom.controlplane;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The database of the tests, a new and empty one for each application context: a container where a Docker engine
 * answers, else a server from the embedded binaries. This is the one place that decides.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    @Bean
    DynamicPropertyRegistrar administrator() {
        return properties -> properties.add("carom.bootstrap.token", () -> AdminToken.VALUE);
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(EngineAnswers.class)
    static class Containers {
        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres() {
            return new PostgreSQLContainer("postgres:18");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoEngineAnswers.class)
    static class Binaries {
        @Bean
        JdbcConnectionDetails testDatabase() {
            String name = BinariesServer.createDatabase();
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return BinariesServer.SERVER.getJdbcUrl("postgres", name);
                }

                @Override
                public String getUsername() {
                    return "postgres";
                }

                @Override
                public @Nullable String getPassword() {
                    return null;
                }
            };
        }
    }

    /** Asked once in a run, since a missing engine takes its time to not answer. */
    static class EngineAnswers implements Condition {
        private static final boolean ANSWER = ask();

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return ANSWER;
        }

        private static boolean ask() {
            boolean available = DockerClientFactory.instance().isDockerAvailable();
            System.out.println(
                    available
                            ? "Test database: PostgreSQL containers on the Docker engine"
                            : "Test database: embedded PostgreSQL binaries (no Docker engine answers)");
            return available;
        }
    }

    static class NoEngineAnswers implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !EngineAnswers.ANSWER;
        }
    }

    /** One server for all contexts of a run; it ends with the run. */
    private static final class BinariesServer {
        private static final EmbeddedPostgres SERVER = start();
        private static final AtomicInteger databases = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String createDatabase() {
            String name = "test_" + databases.incrementAndGet();
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return name;
        }
    }
}
