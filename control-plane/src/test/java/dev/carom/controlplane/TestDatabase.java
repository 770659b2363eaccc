package dev.carom.controlplane;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
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

    /** Webhooks may reach receivers of the tests, and nothing else on this host; nobody waits long. */
    @Bean
    DynamicPropertyRegistrar receivers() {
        Map<String, String> settings = Map.of(
                "carom.egress.allowed", "127.66.0.0/16",
                "carom.webhooks.attempts", "4",
                "carom.webhooks.first-retry", "200ms",
                "carom.webhooks.lease", "3s",
                "carom.webhooks.timeout", "2s");
        return properties -> settings.forEach((name, value) -> properties.add(name, () -> value));
    }

    /** Requests are served as in production: by a role that owns nothing. */
    @Bean
    JdbcConnectionDetails testDatabase(Owner owner) {
        String password = owner.makeRuntimeRole();
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return owner.url();
            }

            @Override
            public String getUsername() {
                return Owner.RUNTIME_ROLE;
            }

            @Override
            public String getPassword() {
                return password;
            }
        };
    }

    @Bean
    FlywayConnectionDetails migrationRole(Owner owner) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return owner.url();
            }

            @Override
            public String getUsername() {
                return owner.user();
            }

            @Override
            public String getPassword() {
                return owner.password();
            }
        };
    }

    /** Who owns the database: its connection, with the right to make roles. */
    public record Owner(String url, String user, String password) {
        static final String RUNTIME_ROLE = "carom_runtime";
        private static final String RUNTIME_PASSWORD = UUID.randomUUID().toString();

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        /** Its password is one for the whole run: contexts share the server. */
        String makeRuntimeRole() {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    var found =
                            statement.executeQuery("select 1 from pg_roles where rolname = '" + RUNTIME_ROLE + "'")) {
                String verb = found.next() ? "alter" : "create";
                statement.execute(verb + " role " + RUNTIME_ROLE + " login nosuperuser nobypassrls password '"
                        + RUNTIME_PASSWORD + "'");
                return RUNTIME_PASSWORD;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(EngineAnswers.class)
    static class Containers {
        @Bean
        PostgreSQLContainer postgres() {
            return new PostgreSQLContainer("postgres:18");
        }

        @Bean
        Owner owner(PostgreSQLContainer postgres) {
            postgres.start();
            return new Owner(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoEngineAnswers.class)
    static class Binaries {
        @Bean
        Owner owner() {
            // Without the user that its own address names: that would win over any other.
            String url = "jdbc:postgresql://127.0.0.1:" + BinariesServer.SERVER.getPort() + "/"
                    + BinariesServer.createDatabase();
            return new Owner(url, "postgres", "postgres");
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
