package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.EventReader.Heard;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What watchers are told, by whom it was caused, and what they are told of what they missed. */
@ControlPlaneTest
class EventStreamIT {
    @LocalServerPort
    int port;

    @Autowired
    Events events;

    private Site site;

    @BeforeEach
    void connect() {
        site = Site.create(new Api(port));
    }

    @Test
    void tellsOfAChangeWithTheResourceAsItsGetShowsIt() throws Exception {
        try (EventReader reader = site.api().watch("", null)) {
            reader.next("tick");
            rate(7);
            Heard changed = reader.next(this::isOurs, "vip.changed");
            assertThat(changed.json().get("resource"))
                    .isEqualTo(site.api().get("/vips/" + site.vip()).expect(200).json());
            assertThat(changed.json().get("resource").get("newFlowsPerSecond").asInt())
                    .isEqualTo(7);
            assertThat(changed.json().get("id").asString()).isEqualTo(changed.id());
        }
    }

    @Test
    void goesOnAfterTheLastEventThatWasReceivedAndLeavesOutWhatIsNoMore() throws Exception {
        String first;
        try (EventReader reader = site.api().watch("", null)) {
            reader.next("tick");
            rate(1);
            first = reader.next(this::isOurs, "the first change").id();
        }
        rate(2);
        site.api().delete("/vips/" + site.vip(), "*").expect(204);
        try (EventReader reader = site.api().watch("", first)) {
            Heard second = reader.next(this::isOurs, "the second change");
            assertThat(Long.parseLong(second.id())).isGreaterThan(Long.parseLong(first));
            assertThat(second.json().has("resource")).isFalse();
            assertThat(reader.next("vip.deleted").json().get("resourceId").asString())
                    .isEqualTo(site.vip());
        }
    }

    @Test
    void ticksAtLeastEveryTwoSeconds() throws Exception {
        try (EventReader reader = site.api().watch("", null)) {
            Instant last = at(reader.next("tick"));
            for (int i = 0; i < 3; i++) {
                Instant next = at(reader.next("tick"));
                assertThat(Duration.between(last, next)).isLessThanOrEqualTo(Duration.ofSeconds(2));
                last = next;
            }
        }
    }

    @Test
    void saysResetToWhoeverMissedTooMuch() throws Exception {
        events.publish(IntStream.rangeClosed(0, 501)
                .mapToObj(number -> new Happening("test.happened", "test", UUID.randomUUID(), "number " + number))
                .toList());
        try (EventReader reader = site.api().watch("", "0")) {
            Heard reset = reader.next("reset");
            assertThat(reset.json().get("reason").asString()).contains("too old");
            rate(9);
            assertThat(Long.parseLong(
                            reader.next(this::isOurs, "what comes after").id()))
                    .isGreaterThan(Long.parseLong(reset.id()));
        }
        try (EventReader reader = site.api().watch("", "999999999999")) {
            assertThat(reader.next("reset").json().get("reason").asString()).contains("another timeline");
        }
    }

    @Test
    void tellsSignalsThatAreNotKept() throws Exception {
        try (EventReader reader = site.api().watch("", null)) {
            reader.next("tick");
            events.signal("test.signalled", Map.of("step", site.vip()));
            Heard signal = reader.next(
                    event -> event.type().equals("test.signalled")
                            && event.data().contains(site.vip()),
                    "the signal");
            assertThat(signal.id()).isEmpty();
        }
        assertThat(site.api().get("/events?limit=500").expect(200).response().body())
                .doesNotContain("test.signalled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vips", "vips/x", "nodes/7d1e0c1a-0000-4000-8000-000000000000", "%00"})
    void refusesWhatIsNoSeries(String series) {
        site.api().get("/events/watch?series=" + series).refused(400, "SERIES_INVALID");
    }

    @Test
    void refusesMoreSeriesThanOneLooksAt() {
        List<String> series = IntStream.range(0, 65)
                .mapToObj(number -> "vips/" + UUID.randomUUID())
                .toList();
        site.api().get("/events/watch?series=" + String.join(",", series)).refused(400, "SERIES_INVALID");
    }

    private void rate(int newFlows) {
        site.api()
                .patch("/vips/" + site.vip(), "{\"newFlowsPerSecond\": " + newFlows + "}", "*")
                .expect(200);
    }

    private boolean isOurs(Heard event) {
        return event.type().equals("vip.changed")
                && event.json().get("resourceId").asString().equals(site.vip());
    }

    private static Instant at(Heard tick) {
        return Instant.parse(tick.json().get("at").asString());
    }
}
