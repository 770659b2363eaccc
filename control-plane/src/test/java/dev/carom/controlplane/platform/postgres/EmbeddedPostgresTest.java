package dev.carom.controlplane.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real servers, as whoever runs the tests: root too. */
class EmbeddedPostgresTest {
    @TempDir
    static Path unpacked;

    @TempDir
    Path directory;

    /** Unpacking takes longer than all the rest, so all tests share one copy of the program. */
    @BeforeEach
    void linkTheProgram() throws IOException {
        Path program = PostgresProgram.unpackedBelow(unpacked).home();
        Files.createSymbolicLink(directory.resolve(program.getFileName()), program);
    }

    @Test
    void dataSurvivesARestart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            execute(postgres, "create table kept(value text)");
            execute(postgres, "insert into kept values ('still here')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select value from kept")).isEqualTo("still here");
        }
    }

    @Test
    void committedDataSurvivesAKilledServer() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(directory);
        execute(killed, "create table kept as select 42 as value");
        ProcessHandle server = ProcessHandle.of(killed.processId()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(120, TimeUnit.SECONDS);
        killed.close();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select value from kept")).isEqualTo("42");
        }
    }

    @Test
    void aKilledJavaProcessTakesItsServerAlongAndItsDataIsThereForTheNext() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldDatabase.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long server;
        try {
            server = Long.parseLong(java.inputReader().readLine());
        } finally {
            java.destroyForcibly().waitFor();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select value from kept")).isEqualTo("held");
            awaitReaped(server);
        }
    }

    /** It has let go of its data; whoever inherited it takes note of its end when it comes to that. */
    private static void awaitReaped(long server) throws InterruptedException {
        for (int attempt = 0; ProcessHandle.of(server).isPresent() && attempt < 1_200; attempt++) {
            Thread.sleep(100);
        }
        assertThat(ProcessHandle.of(server)).isEmpty();
    }

    @Test
    void aProcessNumberLeftBehindThatNowBelongsToAnotherProcessIsNotTaken() throws Exception {
        EmbeddedPostgres.start(directory).close();
        Path pidFile = directory.resolve("data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondProcessOnTheSameDirectoryIsRefused() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageStartingWith("Another control plane is running on the embedded database in ");
            assertThat(first.processId()).isPositive();
        }
    }

    @Test
    void itIsDurableAndAsksForAPasswordOnLoopbackOnly() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(query(postgres, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void passwordAndDataAreTheOwnersAlone() throws IOException {
        EmbeddedPostgres.start(directory).close();
        assertThat(permissions("password")).isEqualTo("rw-------");
        assertThat(permissions("data")).isEqualTo("rwx------");
    }

    @Test
    void anInterruptedInitializationIsStartedAnew() throws Exception {
        Files.createDirectories(directory.resolve("data.new"));
        Files.writeString(directory.resolve("data.new/PG_VERSION"), "half written");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAlone() throws IOException {
        EmbeddedPostgres.start(directory).close();
        Files.writeString(directory.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .hasMessageContaining("was written by PostgreSQL 17");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
    }
}
