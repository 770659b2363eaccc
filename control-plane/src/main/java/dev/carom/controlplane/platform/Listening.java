package dev.carom.controlplane.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection of the pool that hears the database's NOTIFY, until it goes back. */
public final class Listening implements AutoCloseable {
    private final Connection connection;

    private Listening(Connection connection) {
        this.connection = connection;
    }

    /** @param channels names as they stand in the schema */
    public static Listening to(DataSource pool, Collection<String> channels) throws SQLException {
        Listening listening = new Listening(pool.getConnection());
        try {
            listening.connection.setAutoCommit(true);
            for (String channel : channels) {
                listening.execute("listen " + channel);
            }
            return listening;
        } catch (SQLException e) {
            listening.close();
            throw e;
        }
    }

    /** What was told since this was last asked; empty when the time is over before anything is. */
    public List<PGNotification> await(Duration time) throws SQLException {
        PGNotification[] heard =
                connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(time.toMillis()));
        return heard == null ? List.of() : List.of(heard);
    }

    /** Whoever takes the connection next would hear it all, and keep what is never asked for. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("unlisten *");
            connection.unwrap(PGConnection.class).getNotifications();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
