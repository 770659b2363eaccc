package dev.carom.bench;

import dev.carom.lab.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Single writes, each a revision of its own, at a pace at which each has been rolled out before the next. */
final class Writes {
    private static final int WARM_UP = 100;
    private static final Duration PACE = Duration.ofMillis(100);

    private final Rest rest;
    private final int calls;

    Writes(Rest rest, int calls) {
        this.rest = rest;
        this.calls = calls;
    }

    Map<String, Timings> all() {
        Map<String, Timings> timings = new LinkedHashMap<>();
        List<String> backends = ids("backends?limit=200&filter=name=b7");
        timings.put(
                "PATCH of a backend's weight",
                time(i -> rest.patch("backends/" + backends.get(i % backends.size()), Map.of("weight", 2 + i % 250))));
        List<String> vips = ids("vips?limit=200");
        timings.put(
                "PATCH of a VIP",
                time(i -> rest.patch("vips/" + vips.get(i % vips.size()), Map.of("newFlowsPerSecond", 1 + i))));
        List<Long> created = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        String group = ids("node-groups?limit=1").getFirst();
        for (int i = 0; i < WARM_UP + calls; i++) {
            Waiting.pause(PACE);
            Rest.Answer vip =
                    rest.post("vips", Map.of("name", "made-" + i, "nodeGroupId", group, "address", "10.252.0.1"));
            Waiting.pause(PACE);
            Rest.Answer gone = rest.delete("vips/" + vip.text("id"));
            if (i >= WARM_UP) {
                created.add(vip.nanos());
                deleted.add(gone.nanos());
            }
        }
        timings.put("POST of a VIP", new Timings(created));
        timings.put("DELETE of a VIP", new Timings(deleted));
        return timings;
    }

    private Timings time(IntFunction<Rest.Answer> write) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < WARM_UP + calls; i++) {
            Waiting.pause(PACE);
            long took = write.apply(i).nanos();
            if (i >= WARM_UP) {
                nanos.add(took);
            }
        }
        return new Timings(nanos);
    }

    private List<String> ids(String list) {
        List<String> ids = new ArrayList<>();
        rest.get(list)
                .body()
                .get("items")
                .forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }
}
