package dev.carom.controlplane.capture;

import dev.carom.controlplane.command.CaptureOutcome;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Captures in the database. */
@Component
class CaptureStore {
    private static final String SELECT = """
            select id, vip_id, node_id, filter, seconds, bytes, requested_by, started_at, ended_at, frames, lost,
              is_full, code, message,
              (select coalesce(sum(length(content)), 0) from capture_part where capture_id = capture.id)
            from capture
            """;

    private final JdbcClient jdbc;

    CaptureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What ends a capture. */
    record Bounds(String filter, int seconds, long bytes) {}

    /** Waits for others that begin one: what is counted then is all. */
    int running() {
        jdbc.sql("lock table capture in share row exclusive mode").update();
        return jdbc.sql("select count(*) from capture where ended_at is null")
                .query(Integer.class)
                .single();
    }

    /** @param vip null: the flight recorder's */
    void add(UUID id, UUID command, UUID node, @Nullable UUID vip, Bounds bounds, String actor, Instant now) {
        jdbc.sql("""
                        insert into capture
                          (id, command_id, vip_id, node_id, filter, seconds, bytes, requested_by, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        command,
                        vip,
                        node,
                        bounds.filter(),
                        bounds.seconds(),
                        bounds.bytes(),
                        actor,
                        Timestamp.from(now)))
                .update();
    }

    /** Those that ended; the newest are kept. */
    void keepNewest(int count) {
        jdbc.sql("""
                        delete from capture where ended_at is not null and id not in
                          (select id from capture order by started_at desc, id limit ?)
                        """).param(count).update();
    }

    /** Nothing is added to a file that is as large as any may be. */
    void append(UUID command, byte[] content) {
        jdbc.sql("""
                        insert into capture_part (capture_id, number, content)
                        select id, (select count(*) from capture_part where capture_id = id), :content
                        from capture
                        where command_id = :command and ended_at is null and length(:content) <= :most
                          - (select coalesce(sum(length(content)), 0) from capture_part where capture_id = id)
                        """)
                .param("command", command)
                .param("content", content, Types.BINARY)
                .param("most", CaptureSpec.MOST_BYTES)
                .update();
    }

    /** The capture's id; empty when the command is of another kind. */
    Optional<UUID> end(UUID command, CaptureOutcome.End end, Instant now) {
        return jdbc.sql("""
                        update capture set frames = ?, lost = ?, is_full = ?, ended_at = ?
                        where command_id = ? and ended_at is null returning id
                        """)
                .params(end.frames(), end.lost(), end.full(), Timestamp.from(now), command)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> fail(UUID command, String code, String message, Instant now) {
        return jdbc.sql("""
                        update capture set code = ?, message = ?, ended_at = ?
                        where command_id = ? and ended_at is null returning id
                        """)
                .params(code, message, Timestamp.from(now), command)
                .query(UUID.class)
                .optional();
    }

    Optional<Capture> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(CaptureStore::capture)
                .optional();
    }

    /** The newest first. */
    List<Capture> list() {
        return jdbc.sql(SELECT + "order by started_at desc, id")
                .query(CaptureStore::capture)
                .list();
    }

    byte[] file(UUID id) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        jdbc.sql("select content from capture_part where capture_id = ? order by number")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(file::writeBytes);
        return file.toByteArray();
    }

    /** Its command; empty when there is no such capture. */
    Optional<UUID> remove(UUID id) {
        return jdbc.sql("delete from capture where id = ? returning command_id")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    private static Capture capture(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp(9);
        String code = row.getString(13);
        return new Capture(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                state(ended, code),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getLong(15),
                row.getObject(10, Long.class),
                row.getObject(11, Long.class),
                row.getObject(12, Boolean.class),
                code,
                row.getString(14));
    }

    private static Capture.State state(@Nullable Timestamp ended, @Nullable String code) {
        if (ended == null) {
            return Capture.State.RUNNING;
        }
        return code == null ? Capture.State.DONE : Capture.State.FAILED;
    }
}
