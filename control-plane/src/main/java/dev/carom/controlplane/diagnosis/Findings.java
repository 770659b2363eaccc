package dev.carom.controlplane.diagnosis;

import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The control plane's own findings, in the database. One of a code and resource is open at a time. */
@Component
public class Findings implements FindingSource {
    private final JdbcClient jdbc;
    private static final UUID NOWHERE = new UUID(0, 0);

    private final Clock clock;
    private final Events events;

    Findings(JdbcClient jdbc, Clock clock, Events events) {
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens it, unless it is open: the first evidence stands. */
    @Transactional
    public void open(Finding finding) {
        int opened = jdbc.sql("""
                        insert into finding (id, code, resource, summary, evidence, remedy, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (code, resource) where closed_at is null do nothing
                        """)
                .params(
                        UUID.randomUUID(),
                        finding.code(),
                        finding.resource(),
                        finding.summary(),
                        finding.evidence(),
                        finding.remedy(),
                        Timestamp.from(clock.instant()))
                .update();
        if (opened > 0) {
            events.publish(FindingHappening.of("finding.opened", finding, "the control plane", NOWHERE));
        }
    }

    /** Closes all of this code. */
    @Transactional
    public void close(String code) {
        List<Happening> closed =
                jdbc.sql("""
                        update finding set closed_at = ? where code = ? and closed_at is null
                        returning id, code, resource, summary, evidence, remedy, opened_at
                        """).params(Timestamp.from(clock.instant()), code).query(Findings::finding).list().stream()
                        .map(each ->
                                FindingHappening.of("finding.closed", each.finding(), "the control plane", NOWHERE))
                        .toList();
        events.publish(closed);
    }

    public boolean isOpen(String code) {
        return jdbc.sql("select exists (select from finding where code = ? and closed_at is null)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<OpenFinding> open() {
        return jdbc.sql("""
                        select id, code, resource, summary, evidence, remedy, opened_at
                        from finding where closed_at is null order by opened_at, id
                        """).query(Findings::finding).list();
    }

    private static OpenFinding finding(ResultSet row, int number) throws SQLException {
        return new OpenFinding(
                row.getObject(1, UUID.class),
                new Finding(row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                row.getTimestamp(7).toInstant());
    }
}
