package dev.carom.controlplane.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes the format of server-sent events (WHATWG HTML, 9.2.6). Belongs to one request's thread. */
final class Writer {
    private final OutputStream out;
    private final Clock clock;
    private long lastTick = System.nanoTime();

    Writer(OutputStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** How long a client waits before it dials again. */
    void retry(Duration time) throws IOException {
        flush("retry: " + time.toMillis() + "\n\n");
    }

    /** @param at the id of the newest event, for a client that begins; null when it knows */
    void tick(@Nullable Long at) throws IOException {
        lastTick = System.nanoTime();
        flush(id(at) + "event: tick\ndata: {\"at\":\"" + clock.instant() + "\"}\n\n");
    }

    /** Time goes on while events come thick: a tick is due all the same. */
    Duration untilTick(Duration interval) {
        return interval.minusNanos(System.nanoTime() - lastTick);
    }

    void reset(@Nullable Long at, String reason) throws IOException {
        flush(id(at) + "event: reset\ndata: {\"reason\":\"" + reason + "\"}\n\n");
    }

    void write(Told told) throws IOException {
        flush(id(told.id()) + "event: " + told.type() + "\ndata: " + told.data() + "\n\n");
        if (System.nanoTime() - lastTick >= EventStream.TICK.toNanos()) {
            tick(null);
        }
    }

    private static String id(@Nullable Long id) {
        return id == null ? "" : "id: " + id + "\n";
    }

    private void flush(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
