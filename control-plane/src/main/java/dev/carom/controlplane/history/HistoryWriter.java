package dev.carom.controlplane.history;

import dev.carom.controlplane.history.MinuteBuffer.NodeMinute;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes each node's minutes when they are over, apart from the thread that takes reports in. What the database does not
 * take is tried again for ten minutes.
 */
@Component
class HistoryWriter {
    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Instant EVERYTHING = Instant.parse("9999-12-31T00:00:00Z");
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    private final MinuteBuffer buffer;
    private final HistoryStore store;
    private final Clock clock;
    private final Counter lost;
    private final Deque<List<MinuteRow>> unwritten = new ArrayDeque<>();

    HistoryWriter(MinuteBuffer buffer, HistoryStore store, Clock clock, MeterRegistry meters) {
        this.buffer = buffer;
        this.store = store;
        this.clock = clock;
        lost = Counter.builder("carom.history.lost.minutes")
                .description("Minutes of nodes that the database did not take")
                .register(meters);
    }

    @Scheduled(fixedDelay = 1_000)
    void write() {
        write(clock.instant());
    }

    /** What is heard of minutes that are not over goes too: rows of another replica add to it. */
    @PreDestroy
    void writeAll() {
        write(EVERYTHING);
    }

    synchronized void write(Instant now) {
        for (NodeMinute minute : buffer.over(now)) {
            buffer.take(minute).ifPresent(tally -> unwritten.add(MinuteRow.of(minute, tally)));
        }
        try {
            while (!unwritten.isEmpty()) {
                store.write(unwritten.getFirst());
                unwritten.removeFirst();
            }
        } catch (DataAccessException refused) {
            LOG.warn("{} minutes of history wait for the database: {}", unwritten.size(), refused.toString());
            giveUpOld();
        }
    }

    private void giveUpOld() {
        Instant oldest = clock.instant().minus(PATIENCE);
        while (!unwritten.isEmpty()
                && unwritten.getFirst().getFirst().of().minute().isBefore(oldest)) {
            unwritten.removeFirst();
            lost.increment();
        }
    }
}
