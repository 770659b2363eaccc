package dev.carom.controlplane.event;

import dev.carom.controlplane.problem.InvalidParameter;
import dev.carom.controlplane.problem.Unavailable;
import dev.carom.controlplane.security.Sight;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Serves one client on its request's virtual thread, until it goes, reads too slowly, or has watched for long enough. */
@Component
public class EventStream {
    static final Duration TICK = Duration.ofSeconds(1);
    /** A client dials again by itself; what it may see is judged anew then. */
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** Whoever missed more than this reads anew: that is cheaper than all of it. */
    private static final int REPLAYED = 500;

    private static final int MOST_SERIES = 64;
    private static final Pattern SERIES =
            Pattern.compile("(vips|backends)/\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Events events;
    private final Narrator narrator;
    private final Watchers watchers;
    private final Sight sight;
    private final Clock clock;

    EventStream(Events events, Narrator narrator, Watchers watchers, Sight sight, Clock clock) {
        this.events = events;
        this.narrator = narrator;
        this.watchers = watchers;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * Writes until the client is gone.
     *
     * @param lastEventId what it has seen; null = it begins now
     * @param series {@code vips/<uuid>} or {@code backends/<uuid>}
     * @throws IOException when it is gone
     * @throws Unavailable when this replica takes no more
     */
    public void run(@Nullable String lastEventId, @Nullable List<String> series, OutputStream out) throws IOException {
        Set<String> wanted = sight.seen(series(series));
        Long seen = lastEventId == null ? null : seen(lastEventId);
        Watcher watcher = new Watcher(wanted);
        if (!watchers.admit(watcher)) {
            throw new Unavailable(
                    "TOO_MANY_WATCHERS", "This replica has as many watchers as it takes: come back later.");
        }
        try {
            // Read after the watcher is told of what is new: nothing falls between.
            long newest = events.newest();
            watcher.skipTo(newest);
            Writer writer = new Writer(out, clock);
            writer.retry(TICK);
            catchUp(seen, newest, writer);
            converse(watcher, writer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.leave(watcher);
        }
    }

    private void catchUp(@Nullable Long seen, long newest, Writer writer) throws IOException {
        if (seen == null) {
            writer.tick(newest);
            return;
        }
        List<Event> missed = seen > newest ? List.of() : events.after(seen, REPLAYED + 1);
        if (seen > newest || missed.size() > REPLAYED) {
            writer.reset(newest, seen > newest ? "the cursor is of another timeline" : "the cursor is too old");
            return;
        }
        for (Told told : narrator.tell(
                missed.stream().filter(event -> event.id() <= newest).toList())) {
            if (sees(told)) {
                writer.write(told);
            }
        }
        writer.tick(newest);
    }

    private void converse(Watcher watcher, Writer writer) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            switch (watcher.await(writer.untilTick(TICK))) {
                case Watcher.Next.Tell(Told told) -> {
                    if (sees(told)) {
                        writer.write(told);
                    }
                }
                case Watcher.Next.Quiet() -> writer.tick(null);
                case Watcher.Next.Ended() -> {
                    return;
                }
                case Watcher.Next.Behind() -> {
                    writer.reset(null, "the reader is too slow");
                    return;
                }
            }
        }
    }

    private boolean sees(Told told) {
        return sight.sees(told.resourceType(), told.resourceId());
    }

    private static long seen(String lastEventId) {
        if (!lastEventId.matches("\\d{1,18}")) {
            throw new InvalidParameter(
                    "Last-Event-ID", "CURSOR_INVALID", "Last-Event-ID is the id of an event of this stream.");
        }
        return Long.parseLong(lastEventId);
    }

    private static Set<String> series(@Nullable List<String> asked) {
        Set<String> series = new LinkedHashSet<>(asked == null ? List.of() : asked);
        if (series.size() > MOST_SERIES
                || !series.stream().allMatch(each -> SERIES.matcher(each).matches())) {
            throw new InvalidParameter(
                    "series",
                    "SERIES_INVALID",
                    "A series is vips/<id> or backends/<id>, and one stream has at most " + MOST_SERIES + ".");
        }
        return series;
    }
}
