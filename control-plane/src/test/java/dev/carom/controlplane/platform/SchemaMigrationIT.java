package dev.carom.controlplane.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.TestDatabase;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    private TestDatabase.Owner owner;

    @Configuration(proxyBeanMethods = false)
    @Import(TestDatabase.class)
    static class DatabaseAlone {}

    @Test
    void replicasThatStartTogetherMigrateOnce() throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS)) {
            List<Future<?>> ended = IntStream.range(0, REPLICAS)
                    .<Future<?>>mapToObj(replica -> replicas.submit(() -> SchemaMigration.run(settings())))
                    .toList();
            for (Future<?> each : ended) {
                each.get();
            }

            JdbcTemplate schema =
                    new JdbcTemplate(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
            assertThat(schema.queryForList("select version from flyway_schema_history where success", String.class))
                    .doesNotHaveDuplicates()
                    .contains("0001");
            assertThat(schema.queryForObject("select count(*) from vip", Integer.class))
                    .isZero();
        }
    }

    private String[] settings() {
        return new String[] {
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword(),
            "--carom.db.migration.username=" + owner.user(),
            "--carom.db.migration.password=" + owner.password()
        };
    }
}
