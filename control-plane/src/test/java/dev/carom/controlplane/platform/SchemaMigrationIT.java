package dev.carom.controlplane.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.TestDatabase;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("database")
@SpringBootTest(classes = SchemaMigrationIT.DatabaseAlone.class, webEnvironment = WebEnvironment.NONE)
class SchemaMigrationIT {
    private static final int REPLICAS = 3;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    private JdbcConnectionDetails database;

    @Configuration(proxyBeanMethods = false)
    @Import(TestDatabase.class)
    static class DatabaseAlone {}

    @Test
    void replicasThatStartTogetherMigrateOnce() throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS)) {
            List<Future<?>> ended = IntStream.range(0, REPLICAS)
                    .<Future<?>>mapToObj(replica -> replicas.submit(() -> SchemaMigration.run(settings(database))))
                    .toList();
            for (Future<?> each : ended) {
                each.get();
            }

            JdbcTemplate schema = new JdbcTemplate(new DriverManagerDataSource(
                    database.getJdbcUrl(), text(database.getUsername()), text(database.getPassword())));
            assertThat(schema.queryForList("select version from flyway_schema_history where success", String.class))
                    .doesNotHaveDuplicates()
                    .contains("0001");
            assertThat(schema.queryForObject("select count(*) from vip", Integer.class))
                    .isZero();
        }
    }

    private static String[] settings(JdbcConnectionDetails database) {
        return new String[] {
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + text(database.getUsername()),
            "--spring.datasource.password=" + text(database.getPassword())
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
