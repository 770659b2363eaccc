package dev.carom.controlplane.event;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells this replica's watchers what is not kept: signals to all, samples of a series to those who asked for it. */
@Component
public class StreamTeller {
    private final Watchers watchers;

    StreamTeller(Watchers watchers) {
        this.watchers = watchers;
    }

    @EventListener
    void tell(Signal signal) {
        watchers.tell(new Told(null, signal.type(), signal.data()));
    }

    /**
     * A sample, as JSON in one line.
     *
     * @param series {@code vips/<uuid>} or {@code backends/<uuid>}
     */
    public void sample(String series, String data) {
        watchers.tell(series, new Told(null, "series.sample", data));
    }
}
