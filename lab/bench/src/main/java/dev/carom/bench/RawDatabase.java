package dev.carom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/** The control plane's own database without the control plane: the least that a page and a write cost. */
final class RawDatabase implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final Connection connection;

    /** @param home of the embedded database */
    RawDatabase(Path home) {
        try {
            String port =
                    Files.readAllLines(home.resolve("data/postmaster.pid")).get(PORT_LINE);
            connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/carom",
                    "carom",
                    Files.readString(home.resolve("password")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database that was filled at once learns what it holds sooner or later by itself. */
    void analyze() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String table) {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page's rows, from somewhere in the middle. */
    Timings page(int calls) {
        return time(calls, "select * from vip where name > ? order by name limit 51", "g03-%03d"::formatted);
    }

    /** One row, and its way to the disk. */
    Timings write(int calls) {
        List<UUID> backends = ids(calls);
        return time(calls, "update backend set weight = weight where id = ?", backends::get);
    }

    private List<UUID> ids(int count) {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select id from backend order by name limit " + count)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timings time(int calls, String sql, IntFunction<Object> parameter) {
        List<Long> nanos = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < calls; i++) {
                statement.setObject(1, parameter.apply(i));
                long start = System.nanoTime();
                statement.execute();
                nanos.add(System.nanoTime() - start);
            }
            return new Timings(nanos);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
