package dev.carom.agent.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The open findings of this node. Any thread opens and closes. */
public final class Findings {
    private record Open(Finding finding, Instant expiry) {}

    private final Map<Finding.Key, Open> open = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Runnable changed;
    private final Consumer<Finding> opened;

    public Findings(Clock clock, Runnable changed) {
        this(clock, changed, finding -> {});
    }

    /**
     * @param changed run when one opens or closes
     * @param opened told each that opens
     */
    public Findings(Clock clock, Runnable changed, Consumer<Finding> opened) {
        this.clock = clock;
        this.changed = changed;
        this.opened = opened;
    }

    /** Stays open until closed. Seen again, it keeps its first moment. */
    public void open(FindingCode code, String resource, String summary, String evidence, String remedy) {
        put(code, resource, summary, evidence, remedy, Instant.MAX);
    }

    /** For what is told again while it lasts: closes by itself when it is not. */
    public void openFor(
            Duration lifetime, FindingCode code, String resource, String summary, String evidence, String remedy) {
        put(code, resource, summary, evidence, remedy, clock.instant().plus(lifetime));
    }

    public void close(FindingCode code, String resource) {
        if (open.remove(new Finding.Key(code, resource)) != null) {
            changed.run();
        }
    }

    public List<Finding> snapshot() {
        Instant now = clock.instant();
        open.values().removeIf(entry -> entry.expiry().isBefore(now));
        return open.values().stream()
                .map(Open::finding)
                .sorted(Comparator.comparing(Finding::code).thenComparing(Finding::resource))
                .toList();
    }

    private void put(
            FindingCode code, String resource, String summary, String evidence, String remedy, Instant expiry) {
        Finding fresh = new Finding(code, resource, summary, evidence, remedy, clock.instant());
        Open before = open.get(fresh.key());
        Instant since = before == null ? fresh.since() : before.finding().since();
        open.put(fresh.key(), new Open(new Finding(code, resource, summary, evidence, remedy, since), expiry));
        if (before == null) {
            changed.run();
            opened.accept(fresh);
        }
    }
}
