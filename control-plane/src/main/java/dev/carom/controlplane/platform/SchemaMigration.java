package dev.carom.controlplane.platform;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * {@code carom-control-plane migrate}: brings the schema up to date and ends. Any number may run at once: Flyway holds a
 * lock in the database, so that the others wait and find nothing left to do.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({MigrationRoleConfiguration.class, RuntimeRole.class})
public class SchemaMigration {
    public static final String COMMAND = "migrate";

    /** @param settings as on the command line of the control plane, {@code --spring.datasource.url=…} among them */
    public static void run(String... settings) {
        new SpringApplicationBuilder(SchemaMigration.class)
                .web(WebApplicationType.NONE)
                .run(settings)
                .close();
    }
}
