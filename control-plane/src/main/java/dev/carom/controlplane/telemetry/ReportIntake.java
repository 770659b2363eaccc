package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
     * @throws UnknownReportException when it tells changes to a report that is not known
     */
    public void accept(Told told, byte[] content) {
        reports.whileArriving(ReportStore.Key.of(told.report()), () -> take(told, content));
    }

    private void take(Told told, byte[] content) {
        UUID node = told.report().nodeId();
        Optional<HeardNode> previous = reports.heard(node);
        for (int i = 0; i < TRIES; i++) {
            if (previous.map(HeardNode::report)
                    .filter(told.report()::isLateAfter)
                    .isPresent()) {
                return;
            }
            Optional<HeardNode> now = HeardNode.of(told, previous);
            if (now.isPresent() && replace(previous.orElse(null), now.get(), told, content)) {
                accepted(previous, now.get());
                return;
            }
            if (now.isEmpty() && i > 0) {
                throw new UnknownReportException();
            }
            previous = store.load(node, previous);
            previous.ifPresent(reports::accept);
        }
    }

    private void accepted(Optional<HeardNode> previous, HeardNode now) {
        reports.accept(now);
        previous.ifPresent(before -> listeners.forEach(each -> each.replaced(before.report(), now.report())));
        received.increment();
    }

    private boolean replace(@Nullable HeardNode previous, HeardNode now, Told told, byte[] content) {
        List<Happening> news = happenings.between(previous == null ? null : previous.report(), now.report());
        if (news.isEmpty()) {
            return store.replace(previous, told, content);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            boolean replaced = store.replace(previous, told, content);
            if (replaced) {
                events.publish(news);
            }
            return replaced;
        }));
    }
}
