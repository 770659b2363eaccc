package dev.carom.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Pages of lists, one after the other by their cursors, once the control plane is warm. */
final class Reads {
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;

    private final Rest rest;
    private final int pages;

    Reads(Rest rest, int pages) {
        this.rest = rest;
        this.pages = pages;
    }

    /** While nodes report what their statuses are told by. */
    Map<String, Timings> withFleet() {
        Map<String, Timings> timings = new LinkedHashMap<>();
        for (String what : List.of("VIPs", "backends", "backends by address")) {
            String list = Objects.requireNonNull(lists().get(what));
            walk(list, pages);
            timings.put(what, walk(list, pages));
        }
        return timings;
    }

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("VIPs", "vips");
        lists.put("VIPs by a filter", "vips?filter=address~10.0.0.0/8,adminState=ENABLED");
        lists.put("VIPs by a label", "vips?labelSelector=tier=gold");
        lists.put("listeners", "listeners");
        lists.put("pools", "pools");
        lists.put("backends", "backends");
        lists.put("backends by address", "backends?sort=-address");
        lists.put("nodes", "nodes");
        lists.put("revisions", "revisions");
        return lists;
    }

    Map<String, Timings> all() {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            lists().values().forEach(list -> walk(list, AT_ONCE));
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        lists().forEach((what, list) -> timings.put(what, walk(list, pages)));
        return timings;
    }

    /** From the first page on, and anew after the last. */
    private Timings walk(String list, int count) {
        List<Long> nanos = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < count; i++) {
            String separator = list.contains("?") ? "&" : "?";
            Rest.Answer answer = rest.get(list + (cursor.isEmpty() ? "" : separator + "cursor=" + cursor));
            JsonNode next = answer.body().get("nextCursor");
            cursor = next == null ? "" : next.asString();
            nanos.add(answer.nanos());
        }
        return new Timings(nanos);
    }
}
