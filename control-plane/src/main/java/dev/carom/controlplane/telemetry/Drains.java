package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.resource.ResourceType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells when drains start and when they are finished: no flows left, or no time. Any replica looks. */
@Component
class Drains {
    private final JdbcClient jdbc;
    private final Events events;
    private final NodeReports reports;
    private final Clock clock;

    Drains(JdbcClient jdbc, Events events, NodeReports reports, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.reports = reports;
        this.clock = clock;
    }

    /** @param deadline null when the backend does not drain, or is no more */
    private record Drain(
            UUID id,
            String name,
            Instant startedAt,
            @Nullable Instant deadline) {}

    @Scheduled(fixedDelay = 1_000)
    @Transactional
    public void look() {
        Instant now = clock.instant();
        jdbc.sql("""
                delete from drain where finished_at is not null and not exists (
                  select from backend where id = backend_id and (departing or admin_state = 'DRAINING'))
                """).update();
        events.publish(started(now));
        List<Drain> running = running();
        if (running.isEmpty()) {
            return;
        }
        Collection<HeardNode> heard = reports.heardLately().values();
        List<Happening> finished = new ArrayList<>();
        for (Drain drain : running) {
            String end = end(drain, flows(drain, heard), now);
            if (end != null && finish(drain, now)) {
                finished.add(happening("backend.drained", drain.id(), "Backend " + drain.name() + end));
            }
        }
        events.publish(finished);
    }

    private List<Happening> started(Instant now) {
        return jdbc.sql("""
                        insert into drain (backend_id, name, started_at)
                        select id, name, ? from backend where (departing or admin_state = 'DRAINING')
                          and drain_deadline > ? and not exists (select from drain where backend_id = id)
                        on conflict do nothing returning backend_id, name
                        """)
                .params(Timestamp.from(now), Timestamp.from(now))
                .query((row, number) -> happening(
                        "backend.draining",
                        row.getObject(1, UUID.class),
                        "Backend " + row.getString(2) + " drains: it keeps its flows and takes no new ones"))
                .list();
    }

    private List<Drain> running() {
        return jdbc.sql("""
                        select backend_id, drain.name, started_at, drain_deadline
                        from drain left join backend on backend.id = backend_id
                          and (departing or admin_state = 'DRAINING')
                        where finished_at is null
                        """)
                .query((row, number) -> {
                    Timestamp deadline = row.getTimestamp(4);
                    return new Drain(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            deadline == null ? null : deadline.toInstant());
                })
                .list();
    }

    /** Absent until every node that has the backend has reported since the drain started. */
    private static OptionalLong flows(Drain drain, Collection<HeardNode> heard) {
        List<NodeReport.BackendCounters> counters = heard.stream()
                .filter(node ->
                        node.report().receivedAt().isAfter(drain.startedAt().plusSeconds(1)))
                .flatMap(node -> node.countersOf(drain.id()).stream())
                .toList();
        return counters.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(counters.stream().collect(Collectors.summingLong(NodeReport.BackendCounters::flows)));
    }

    private static @Nullable String end(Drain drain, OptionalLong flows, Instant now) {
        Instant deadline = drain.deadline();
        if (flows.isPresent() && flows.getAsLong() == 0) {
            return " is drained: no flow is left";
        }
        if (deadline == null) {
            return " drains no more";
        }
        String left =
                flows.isPresent() ? flows.getAsLong() + " flows were left" : "how many flows were left is unknown";
        return now.isBefore(deadline) ? null : " is drained: its time is over, " + left;
    }

    /** A backend that drains on is told once: its row goes when it drains no more. */
    private boolean finish(Drain drain, Instant now) {
        return jdbc.sql("update drain set finished_at = ? where backend_id = ? and finished_at is null")
                        .params(Timestamp.from(now), drain.id())
                        .update()
                > 0;
    }

    private static Happening happening(String type, UUID id, String summary) {
        return new Happening(type, ResourceType.BACKEND.noun(), id, summary);
    }
}
