package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.event.Notified;
import dev.carom.controlplane.event.StreamTeller;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Hands what a node tells live to every replica's watchers; it is worth nothing a second later, and not kept. */
@Component
public class LiveSamples implements Notified {
    private static final String CHANNEL = "carom_live";
    /** PostgreSQL's NOTIFY takes less than 8,000 bytes; a sample has about 250. */
    private static final int TOGETHER = 24;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StreamTeller teller;

    LiveSamples(JdbcClient jdbc, JsonMapper json, StreamTeller teller) {
        this.jdbc = jdbc;
        this.json = json;
        this.teller = teller;
    }

    /** Tells all watchers of them, on every replica. */
    public void tell(List<SeriesSample> samples) {
        for (int from = 0; from < samples.size(); from += TOGETHER) {
            List<SeriesSample> some = samples.subList(from, Math.min(samples.size(), from + TOGETHER));
            jdbc.sql("select pg_notify('" + CHANNEL + "', ?)")
                    .param(json.writeValueAsString(some))
                    .query((row, number) -> true)
                    .single();
        }
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void hear(String payload) {
        if (!teller.watched().isEmpty()) {
            json.readValue(payload, new TypeReference<List<SeriesSample>>() {})
                    .forEach(sample -> teller.sample(sample.series(), json.writeValueAsString(sample)));
        }
    }
}
