package dev.carom.controlplane.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server that belongs to this process: its program, data, password and lock lie in one directory, and
 * it listens on a loopback port of its own.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role that owns the cluster, and migrates the schema. */
    public static final String USER = "carom";

    /** The role that serves requests: it owns nothing. */
    static final String RUNTIME_USER = "carom_runtime";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "carom";

    private final DirectoryLock lock;
    private final PostgresServer server;
    private final String password;
    private final String runtimePassword;

    private EmbeddedPostgres(DirectoryLock lock, PostgresServer server, String password, String runtimePassword) {
        this.lock = lock;
        this.server = server;
        this.password = password;
        this.runtimePassword = runtimePassword;
    }

    /**
     * Unpacks, initializes and starts what is not there yet, and takes over what an earlier process left.
     *
     * @throws EmbeddedPostgresException if the directory or the server cannot be used
     */
    public static EmbeddedPostgres start(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            DirectoryLock lock = DirectoryLock.take(home.resolve("lock"));
            try {
                return start(home, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The embedded database cannot use " + home + ": " + e, e);
        }
    }

    private static EmbeddedPostgres start(Path home, DirectoryLock lock) throws IOException {
        PostgresProgram program = PostgresProgram.unpackedBelow(home);
        String password = PasswordFile.readOrCreate(home.resolve("password"));
        Path data = PostgresCluster.initialized(program, home);
        LeftoverServer.stop(data);
        PostgresServer server = PostgresServer.start(program, data, home.resolve("server.log"));
        String runtimePassword = PasswordFile.readOrCreate(home.resolve("runtime-password"));
        var postgres = new EmbeddedPostgres(lock, server, password, runtimePassword);
        try {
            server.awaitReady(postgres.jdbcUrl("postgres"), USER, password);
            postgres.createDatabase();
            postgres.createRuntimeRole();
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
        log.info("Embedded PostgreSQL {} on 127.0.0.1:{}, data in {}", PostgresCluster.VERSION, server.port(), data);
        return postgres;
    }

    /** JDBC address of the control plane's database. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Password of {@link #USER}, random since the cluster was made. */
    public String password() {
        return password;
    }

    /** Password of {@link #RUNTIME_USER}, random too. */
    String runtimePassword() {
        return runtimePassword;
    }

    /** Process id of the server. */
    long processId() {
        return server.processId();
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                Statement statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The embedded database cannot be created: " + e.getMessage(), e);
        }
    }

    /** The password is hexadecimal, and the file its truth: a new file gives the role a new password. */
    private void createRuntimeRole() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                Statement statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + RUNTIME_USER + "'")) {
            String verb = found.next() ? "alter" : "create";
            statement.execute(verb + " role " + RUNTIME_USER + " login nosuperuser nobypassrls password '"
                    + runtimePassword + "'");
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("The embedded database's role cannot be made: " + e.getMessage(), e);
        }
    }

    /** Stops the server after its open transactions are rolled back, and lets others use the directory. */
    @Override
    public void close() {
        server.stop();
        lock.close();
    }
}
