package dev.carom.controlplane.security;

import dev.carom.controlplane.problem.Forbidden;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells the database, for each connection that a request takes, what its caller reaches; the row policies do the rest.
 * Who reaches everything costs nothing.
 */
final class ReachingDataSource extends DelegatingDataSource {
    private static final String SET =
            "SELECT set_config('carom.read_scope', ?, false), set_config('carom.write_scope', ?, false)";

    ReachingDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        // Asked first: it may read the caller's session, and who waits for that must hold no connection meanwhile.
        Reach reach = Actors.reach();
        Connection connection = super.getConnection();
        if (reach.isEverything()) {
            return connection;
        }
        try {
            requirePolicies(connection);
            set(connection, reach);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return resetWhenClosed(connection);
    }

    /** The tables' owner and superusers pass all policies: then nobody is let in for a part of everything. */
    private static void requirePolicies(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT row_security_active('vip')");
                ResultSet answer = ask.executeQuery()) {
            if (!answer.next() || !answer.getBoolean(1)) {
                throw new Forbidden(
                        "ROW_POLICIES_INACTIVE",
                        "The control plane's database role owns its tables, and so passes their row policies: who has"
                                + " roles for some node groups only is not served. Give migrations a role of their own"
                                + " (CAROM_DB_MIGRATION_USERNAME).");
            }
        }
    }

    private static void set(Connection connection, Reach reach) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, reach.json());
            set.setString(2, reach.json());
            set.execute();
        }
    }

    private static Connection resetWhenClosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ReachingDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("close") && !connection.isClosed()) {
                            reset(connection);
                        }
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A connection that still carries somebody's reach must not come back to the pool. */
    private static void reset(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            set(connection, Reach.EVERYTHING);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }
}
