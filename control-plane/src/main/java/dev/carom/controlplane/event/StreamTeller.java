package dev.carom.controlplane.event;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells this replica's watchers what is not kept: signals to all, samples of a series to those who asked for it. */
@Component
public class StreamTeller implements Notified {
    private final Watchers watchers;

    StreamTeller(Watchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public String channel() {
        return EventChannels.SIGNAL;
    }

    @Override
    public void hear(String payload) {
        int end = payload.indexOf('\n');
        watchers.tell(Told.unkept(payload.substring(0, end), payload.substring(end + 1)));
    }

    /**
     * Tells a sample.
     *
     * @param series {@code vips/<uuid>} or {@code backends/<uuid>}
     * @param data JSON, in one line
     */
    public void sample(String series, String data) {
        watchers.tell(series, new Told(null, "series.sample", resourceType(series), resourceId(series), data));
    }

    private static String resourceType(String series) {
        return series.startsWith("vips/") ? "vip" : "backend";
    }

    private static UUID resourceId(String series) {
        return UUID.fromString(series.substring(series.indexOf('/') + 1));
    }

    /** What this replica's watchers look at now. */
    public Set<String> watched() {
        return watchers.series();
    }
}
