package dev.carom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pages of lists, one after the other by their cursors. */
final class Reads {
    private static final int WARM_UP = 300;

    private final Rest rest;
    private final int pages;

    Reads(Rest rest, int pages) {
        this.rest = rest;
        this.pages = pages;
    }

    Map<String, Timings> all() {
        Map<String, Timings> timings = new LinkedHashMap<>();
        timings.put("VIPs", walk("vips"));
        timings.put("VIPs by a filter", walk("vips?filter=address~10.0.0.0/8,adminState=ENABLED"));
        timings.put("VIPs by a label", walk("vips?labelSelector=tier=gold"));
        timings.put("listeners", walk("listeners"));
        timings.put("pools", walk("pools"));
        timings.put("backends", walk("backends"));
        timings.put("backends by address", walk("backends?sort=-address"));
        timings.put("nodes", walk("nodes"));
        timings.put("revisions", walk("revisions"));
        return timings;
    }

    /** From the first page on, and anew after the last. */
    private Timings walk(String list) {
        List<Long> nanos = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < WARM_UP + pages; i++) {
            String separator = list.contains("?") ? "&" : "?";
            Rest.Answer answer = rest.get(list + (cursor.isEmpty() ? "" : separator + "cursor=" + cursor));
            JsonNode next = answer.body().get("nextCursor");
            cursor = next == null ? "" : next.asString();
            if (i >= WARM_UP) {
                nanos.add(answer.nanos());
            }
        }
        return new Timings(nanos);
    }
}
