package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every collection is listed alike: by page, order, fields and labels. */
@ControlPlaneTest
class ListsIT {
    private static final int BACKENDS = 12;

    @LocalServerPort
    int port;

    private Api api;

    @SuppressWarnings("NullAway.Init") // each test that lists backends fills it
    private Site site;

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    private void fill() {
        site = Site.create(api);
        for (int i = 0; i < BACKENDS; i++) {
            api.post("/pools/" + site.pool() + "/backends", """
                            {"name": "b%02d", "address": "%s", "weight": %d,
                             "labels": {"zone": "%s"%s}}
                            """.formatted(
                                    i,
                                    site.address(196 + i),
                                    i % 3,
                                    i % 2 == 0 ? "east" : "west",
                                    i < 4 ? ", \"carom.dev/canary\": \"\"" : ""))
                    .expect(201);
        }
    }

    private List<String> names(String query) {
        return names(
                api.get("/backends?poolId=" + site.pool() + query).expect(200).json());
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("items").forEach(item -> names.add(item.get("name").asString()));
        return names;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String backend(int number) {
        return "b%02d".formatted(number);
    }

    @Test
    void pagesUnderAnyOrderShowEachItemOnceWhateverIsDeletedOrCreatedBetweenThem() {
        fill();
        String path = "/backends?poolId=" + site.pool() + "&limit=5&sort=-weight,address";
        List<String> seen = new ArrayList<>();
        JsonNode page = api.get(path).expect(200).json();
        seen.addAll(names(page));
        String gone = page.get("items").get(0).get("id").asString();
        api.delete("/backends/" + gone + "?force=true", "*").expect(204);
        site.backend("late", site.address(220)).expect(201);
        while (page.has("nextCursor")) {
            page = api.get(path + "&cursor=" + page.get("nextCursor").asString())
                    .expect(200)
                    .json();
            seen.addAll(names(page));
        }
        List<String> expected = new ArrayList<>(IntStream.range(0, BACKENDS)
                .boxed()
                .sorted((one, other) -> other % 3 != one % 3 ? other % 3 - one % 3 : one - other)
                .map(ListsIT::backend)
                .toList());
        // Weight 1 and the highest address: behind the first page, before those of weight 0.
        expected.add(8, "late");
        assertThat(seen).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter        | weight=2,name!=b02              | b05 b08 b11
            filter        | weight>=1,name<b03              | b01 b02
            filter        | name~B1                         | b10 b11
            filter        | adminState=ENABLED,name>b10     | b11
            filter        | kind=KUBE_PROXY                 |
            labelSelector | zone=west,carom.dev/canary      | b01 b03
            labelSelector | zone!=west,!carom.dev/canary    | b04 b06 b08 b10
            labelSelector | zone in (west, north)           | b01 b03 b05 b07 b09 b11
            labelSelector | zone notin (east,west)          |
            """)
    void listsWhatTheFilterAndTheLabelsSay(String parameter, String value, String expected) {
        fill();
        String wanted = expected == null ? "" : expected;
        assertThat(String.join(" ", names("&" + parameter + "=" + encoded(value))))
                .isEqualTo(wanted);
    }

    @Test
    void addressesCompareAsAddresses() {
        fill();
        assertThat(names("&sort=address"))
                .isEqualTo(
                        IntStream.range(0, BACKENDS).mapToObj(ListsIT::backend).toList());
        assertThat(names("&filter=" + encoded("address~" + site.address(196) + "/30")))
                .containsExactly("b00", "b01", "b02", "b03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node-groups",
                "nodes",
                "vips",
                "listeners",
                "pools",
                "backends",
                "health-monitors",
                "revisions",
                "rollouts",
                "findings",
                "events",
                "audit",
                "webhooks",
                "config/canaries"
            })
    void everyCollectionTakesTheSameQueryAndRefusesABadOneByTheParametersName(String collection) {
        String path = "/" + collection;
        api.get(path + "?limit=1").expect(200);
        api.get(path + "?limit=0").refused(400, "LIMIT_OUT_OF_RANGE").naming("limit");
        api.get(path + "?limit=x").refused(400, "PARAMETER_INVALID").naming("limit");
        api.get(path + "?cursor=AAAA").refused(400, "CURSOR_INVALID").naming("cursor");
        api.get(path + "?sort=colour").refused(400, "FIELD_UNKNOWN").naming("sort");
        api.get(path + "?filter=colour%3Dred").refused(400, "FIELD_UNKNOWN").naming("filter");
        api.get(path + "?filter=%00").refused(400, "FILTER_INVALID").naming("filter");
        api.get(path + "?labelSelector=a%20b").expect(400).naming("labelSelector");
    }

    @Test
    void numberedListsGoBackAndForth() {
        site = Site.create(api);
        long newest = site.backend("b", site.address(21)).expect(201).revision();
        JsonNode first = api.get("/revisions?limit=2").expect(200).json();
        assertThat(first.get("items").get(0).get("number").asLong()).isGreaterThanOrEqualTo(newest);
        JsonNode oldest = api.get("/revisions?limit=2&sort=number").expect(200).json();
        assertThat(oldest.get("items").get(1).get("number").asLong()).isEqualTo(2);
        JsonNode next = api.get("/revisions?limit=2&sort=number&cursor="
                        + oldest.get("nextCursor").asString())
                .expect(200)
                .json();
        assertThat(next.get("items").get(0).get("number").asLong()).isEqualTo(3);
        JsonNode mine = api.get("/events?filter=" + encoded("resourceId=" + site.vip() + ",type=vip.created"))
                .expect(200)
                .json();
        assertThat(mine.get("items")).hasSize(1);
    }
}
