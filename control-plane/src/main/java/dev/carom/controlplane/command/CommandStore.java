package dev.carom.controlplane.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Commands and their answers in the database. All times are the database's own. */
@Component
class CommandStore {
    /** Woken by it: replicas that hold streams, and those that wait for answers. */
    static final String CHANNEL = "carom_command";

    private final JdbcClient jdbc;

    CommandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Addressed(UUID node, UUID stream, OpenStreams.Delivery delivery) {}

    record Command(UUID id, UUID node, CommandKind kind) {}

    void add(UUID id, UUID node, CommandKind kind, byte[] payload, Duration limit) {
        jdbc.sql("""
                        insert into command (id, node_id, kind, payload, created_at, deadline)
                        values (?, ?, ?, ?, now(), now() + ? * interval '1 millisecond')
                        """).params(id, node, kind.name(), payload, limit.toMillis()).update();
        wakeAll();
    }

    /**
     * Each is handed out once to a stream, and again to the stream that replaces it; but for captures of which there is
     * something already: another process of the agent would begin the file anew, after what is here of it.
     */
    List<Addressed> claim(Map<UUID, UUID> streams) {
        return jdbc.sql("""
                        update command set stream_id = stream.id
                        from unnest(?::uuid[], ?::uuid[]) as stream (node, id)
                        where node_id = stream.node and ended_at is null and not cancelled and deadline > now()
                          and stream_id is distinct from stream.id
                          and (kind <> 'CAPTURE' or not exists (select from command_answer where command_id = command.id))
                        returning node_id, stream.id, command.id, kind, payload,
                          cast(extract(epoch from deadline - now()) * 1000 as bigint) as left_ms
                        """)
                .params(streams.keySet().toArray(UUID[]::new), streams.values().toArray(UUID[]::new))
                .query((row, number) -> new Addressed(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new OpenStreams.Delivery(
                                row.getObject(3, UUID.class),
                                CommandKind.valueOf(row.getString(4)),
                                row.getBytes(5),
                                Duration.ofMillis(row.getLong(6)))))
                .list();
    }

    /** Those that were sent on one of these streams and are no longer wanted; each once. */
    List<Command> claimCancelled(Collection<UUID> streams) {
        return jdbc.sql("""
                        update command set cancel_sent = true
                        where cancelled and not cancel_sent and stream_id = any(?)
                        returning id, node_id, kind
                        """)
                .param(streams.toArray(UUID[]::new))
                .query(CommandStore::command)
                .list();
    }

    Optional<Command> running(UUID id) {
        return jdbc.sql("select id, node_id, kind from command where id = ? and ended_at is null for update")
                .param(id)
                .query(CommandStore::command)
                .optional();
    }

    /** False when this answer was heard before. */
    boolean add(UUID command, RawAnswer answer) {
        boolean added = jdbc.sql("""
                        insert into command_answer (command_id, sequence, last, type, code, message, content, answered_at)
                        values (:command, :sequence, :last, :type, :code, :message, :content, now())
                        on conflict do nothing
                        """)
                        .param("command", command)
                        .param("sequence", answer.sequence())
                        .param("last", answer.last())
                        .param("type", answer.type().name())
                        .param("code", answer.code(), Types.VARCHAR)
                        .param("message", answer.message())
                        .param("content", answer.last() ? answer.content() : null, Types.BINARY)
                        .update()
                > 0;
        if (added && answer.last()) {
            jdbc.sql("update command set ended_at = now() where id = ?")
                    .param(command)
                    .update();
            wakeAll();
        }
        return added;
    }

    /** False when it had ended. */
    boolean cancel(UUID id) {
        boolean cancelled = jdbc.sql("update command set cancelled = true where id = ? and ended_at is null")
                        .param(id)
                        .update()
                > 0;
        wakeAll();
        return cancelled;
    }

    /** Those whose time is over without a last answer. */
    List<Command> overdue() {
        return jdbc.sql("select id, node_id, kind from command where ended_at is null and deadline < now()")
                .query(CommandStore::command)
                .list();
    }

    record Ended(CommandKind kind, RawAnswer answer) {}

    /** The last answers of those that have ended. */
    Map<UUID, Ended> lastAnswers(Collection<UUID> commands) {
        return jdbc
                .sql("""
                        select command_id, sequence, last, type, code, message, content, kind
                        from command_answer join command on command.id = command_id
                        where last and command_id = any(?)
                        """)
                .param(commands.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new Ended(CommandKind.valueOf(row.getString("kind")), answer(row))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long nextSequence(UUID command) {
        return jdbc.sql("select coalesce(max(sequence), 0) + 1 from command_answer where command_id = ?")
                .param(command)
                .query(Long.class)
                .single();
    }

    void forgetOld() {
        jdbc.sql("delete from command where ended_at < now() - interval '1 hour'")
                .update();
    }

    private void wakeAll() {
        jdbc.sql("select pg_notify(?, '')")
                .param(CHANNEL)
                .query((row, number) -> "")
                .list();
    }

    private static Command command(ResultSet row, int number) throws SQLException {
        return new Command(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), CommandKind.valueOf(row.getString(3)));
    }

    private static RawAnswer answer(ResultSet row) throws SQLException {
        return new RawAnswer(
                row.getLong(2),
                row.getBoolean(3),
                RawAnswer.Type.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getBytes(7));
    }
}
