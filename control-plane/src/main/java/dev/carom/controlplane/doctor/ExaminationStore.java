package dev.carom.controlplane.doctor;

import dev.carom.controlplane.command.Diagnosis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Diagnoses in the database; a part for each node that takes part. */
@Component
class ExaminationStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExaminationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Part(
            UUID diagnosis,
            UUID node,
            List<String> progress,
            Optional<Diagnosis> result,
            Optional<Examination.Failure> failure,
            @Nullable Instant endedAt) {}

    private record Head(UUID id, String resource, Instant startedAt) {}

    void start(UUID id, String resource, String actor, Instant now) {
        jdbc.sql("insert into diagnosis (id, resource, requested_by, started_at) values (?, ?, ?, ?)")
                .params(id, resource, actor, Timestamp.from(now))
                .update();
    }

    void add(UUID id, UUID command, UUID node) {
        jdbc.sql("insert into diagnosis_part (command_id, diagnosis_id, node_id) values (?, ?, ?)")
                .params(command, id, node)
                .update();
    }

    /** The diagnosis that the command is part of; empty when it is of another kind. */
    Optional<UUID> progress(UUID command, String line) {
        return jdbc.sql("""
                        update diagnosis_part set progress = array_append(progress, ?)
                        where command_id = ? returning diagnosis_id
                        """).params(line, command).query(UUID.class).optional();
    }

    Optional<UUID> end(UUID command, Diagnosis result, Instant now) {
        return jdbc.sql("""
                        update diagnosis_part set result = ?::jsonb, ended_at = ?
                        where command_id = ? returning diagnosis_id
                        """)
                .params(json.writeValueAsString(result), Timestamp.from(now), command)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> fail(UUID command, String code, String message, Instant now) {
        return jdbc.sql("""
                        update diagnosis_part set code = ?, message = ?, ended_at = ?
                        where command_id = ? returning diagnosis_id
                        """)
                .params(code, message, Timestamp.from(now), command)
                .query(UUID.class)
                .optional();
    }

    Optional<Examination> find(UUID id) {
        return read(jdbc.sql("select id, resource, started_at from diagnosis where id = ?")
                        .param(id)
                        .query(ExaminationStore::head)
                        .list())
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<Examination> list(int limit) {
        return read(jdbc.sql("select id, resource, started_at from diagnosis order by started_at desc, id limit ?")
                .param(limit)
                .query(ExaminationStore::head)
                .list());
    }

    private List<Examination> read(List<Head> heads) {
        Map<UUID, List<Part>> parts = parts(heads.stream().map(Head::id).toList());
        return heads.stream()
                .map(head -> examination(head, parts.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Part>> parts(Collection<UUID> ids) {
        return jdbc.sql("""
                        select diagnosis_id, node_id, progress, result, code, message, ended_at
                        from diagnosis_part where diagnosis_id = any(?) order by node_id
                        """).param(ids.toArray(UUID[]::new)).query((row, number) -> part(row)).list().stream()
                .collect(Collectors.groupingBy(Part::diagnosis));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getTimestamp(3).toInstant());
    }

    private Part part(ResultSet row) throws SQLException {
        UUID node = row.getObject(2, UUID.class);
        String result = row.getString(4);
        String code = row.getString(5);
        Timestamp ended = row.getTimestamp(7);
        return new Part(
                row.getObject(1, UUID.class),
                node,
                List.of((String[]) row.getArray(3).getArray()),
                Optional.ofNullable(result).map(text -> json.readValue(text, Diagnosis.class)),
                Optional.ofNullable(code).map(failed -> new Examination.Failure(node, failed, message(row))),
                ended == null ? null : ended.toInstant());
    }

    private static String message(ResultSet row) {
        try {
            return String.valueOf(row.getString(6));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Examination examination(Head head, List<Part> parts) {
        boolean running = parts.stream().anyMatch(part -> part.endedAt() == null);
        boolean failed = parts.stream().allMatch(part -> part.failure().isPresent());
        Examination.State ended = failed ? Examination.State.FAILED : Examination.State.DONE;
        return new Examination(
                head.id(),
                head.resource(),
                running ? Examination.State.RUNNING : ended,
                head.startedAt(),
                running
                        ? null
                        : parts.stream()
                                .map(Part::endedAt)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                parts.stream().map(Part::node).toList(),
                parts.stream().flatMap(part -> part.progress().stream()).toList(),
                parts.stream()
                        .flatMap(part -> part.result().stream())
                        .flatMap(result -> result.backends().stream())
                        .toList(),
                parts.stream().flatMap(part -> part.failure().stream()).toList());
    }
}
