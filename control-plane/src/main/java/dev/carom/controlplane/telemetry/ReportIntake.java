package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes reports in: what changed since the node's last one goes to the timeline, in the same transaction. */
@Component
public class ReportIntake {
    /** Two replicas that hear one node take turns; a third try would mean that they do so within a millisecond. */
    private static final int TRIES = 3;

    private final NodeReports reports;
    private final ReportStore store;
    private final ReportHappenings happenings;
    private final Events events;
    private final List<AcceptedReports> listeners;
    private final TransactionTemplate transactions;
    private final Counter received;

    ReportIntake(
            NodeReports reports,
            ReportStore store,
            ReportHappenings happenings,
            Events events,
            List<AcceptedReports> listeners,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.received = Counter.builder("carom.reports")
                .description("Reports of nodes that this replica took in")
                .register(meters);
        this.reports = reports;
        this.store = store;
        this.happenings = happenings;
        this.events = events;
        this.listeners = listeners;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * A late or repeated report of the same boot is ignored.
     *
     * @param content as it was sent
     */
    public void accept(NodeReport report, byte[] content) {
        Optional<NodeReport> previous = reports.latest(report.nodeId());
        for (int i = 0; i < TRIES; i++) {
            if (previous.filter(report::isLateAfter).isPresent()) {
                return;
            }
            if (replace(previous.orElse(null), report, content)) {
                reports.accept(report);
                previous.ifPresent(before -> listeners.forEach(each -> each.replaced(before, report)));
                received.increment();
                return;
            }
            previous = store.load(report.nodeId());
        }
    }

    private boolean replace(@Nullable NodeReport previous, NodeReport report, byte[] content) {
        List<Happening> told = happenings.between(previous, report);
        if (told.isEmpty()) {
            return store.replace(previous, report, content);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            boolean replaced = store.replace(previous, report, content);
            if (replaced) {
                events.publish(told);
            }
            return replaced;
        }));
    }
}
