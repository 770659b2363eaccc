package dev.carom.controlplane;

import dev.carom.controlplane.TestDatabase.Owner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Another control plane on the database of a test's own. */
public final class Replica implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param first whose database it shares */
    public static Replica beside(ApplicationContext first) {
        JdbcConnectionDetails database = first.getBean(JdbcConnectionDetails.class);
        Owner owner = first.getBean(Owner.class);
        return new Replica(new SpringApplicationBuilder(ControlPlaneApplication.class)
                .run(
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword(),
                        "--carom.db.migration.username=" + owner.user(),
                        "--carom.db.migration.password=" + owner.password(),
                        "--server.port=0",
                        "--management.server.port=0"));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
