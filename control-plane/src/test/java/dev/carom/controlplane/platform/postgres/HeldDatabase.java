package dev.carom.controlplane.platform.postgres;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** A Java process that holds the embedded database until it is killed; prints the server's process id. */
final class HeldDatabase {
    private HeldDatabase() {}

    public static void main(String[] arguments) throws Exception {
        // The log's default is standard output, which the test reads the number from.
        PrintStream numbers = System.out;
        System.setOut(System.err);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password())) {
            connection.createStatement().execute("create table kept as select 'held' as value");
        }
        numbers.println(postgres.processId());
        new CountDownLatch(1).await();
    }
}
