package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every resource from creation to deletion. */
@ControlPlaneTest
class LifecycleIT {
    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    /** A resource to create, with a property to change: its value before and after. */
    record Kind(String collection, String createdAt, String body, String property, String before, String after) {}

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("node-groups", "/node-groups", "{'name':'NAME'}", "labels", "{}", "{'tier':'edge'}"),
                new Kind("nodes", "/nodes", "{'name':'NAME','nodeGroupId':'GROUP'}", "addresses", "[]", "['10.9.9.9']"),
                new Kind("health-monitors", "/health-monitors", "{'name':'NAME'}", "fall", "3", "5"),
                new Kind("pools", "/pools", "{'name':'NAME'}", "algorithm", "'MAGLEV'", "'ROUND_ROBIN'"),
                new Kind(
                        "backends",
                        "/pools/POOL/backends",
                        "{'name':'NAME','address':'10.NUMBER.0.77'}",
                        "weight",
                        "1",
                        "256"),
                new Kind(
                        "vips",
                        "/vips",
                        "{'name':'NAME','nodeGroupId':'GROUP','address':'2001:db8:NUMBER::77'}",
                        "adminState",
                        "'ENABLED'",
                        "'DISABLED'"),
                new Kind(
                        "listeners",
                        "/vips/VIP/listeners",
                        "{'name':'NAME','ports':['53','5300-5310'],'protocol':'UDP','poolId':'POOL'}",
                        "deniedSources",
                        "[]",
                        "['192.0.2.0/24','2001:db8::/32']"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isCreatedReadChangedAndDeletedWithARevisionEach(Kind kind) {
        Site site = Site.create(api);
        String body = fill(kind.body(), site);
        Answer created = api.post(fill(kind.createdAt(), site), body).expect(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/" + kind.collection() + "/" + created.id());
        assertThat(created.json().get(kind.property()).toString()).isEqualTo(quoted(kind.before()));
        String path = "/" + kind.collection() + "/" + created.id();

        Answer patched = api.patch(path, "{\"%s\": %s}".formatted(kind.property(), quoted(kind.after())), created.tag())
                .expect(200);
        assertThat(patched.revision()).isEqualTo(created.revision() + 1);
        Answer read = api.get(path).expect(200);
        assertThat(read.json().get(kind.property()).toString()).isEqualTo(quoted(kind.after()));
        assertThat(read.tag()).isEqualTo(patched.tag()).isNotEqualTo(created.tag());
        assertThat(read.text("createdAt")).isEqualTo(created.text("createdAt"));

        Answer replaced = api.put(path, body, read.tag()).expect(200);
        assertThat(replaced.json().get(kind.property()).toString())
                .as("what a PUT leaves out has its default")
                .isEqualTo(quoted(kind.before()));
        Answer again = api.put(path, body, replaced.tag()).expect(200);
        assertThat(again.revision()).as("no change, no revision").isEqualTo(replaced.revision());
        assertThat(again.tag()).isEqualTo(replaced.tag());

        Answer deleted = api.delete(path, again.tag()).expect(204);
        assertThat(deleted.revision()).isEqualTo(again.revision() + 1);
        api.get(path).refused(404, "NOT_FOUND");
        api.delete(path, "*").refused(404, "NOT_FOUND");
    }

    @Test
    void listsByNamePageByPageWithoutLosingOrRepeating() {
        Site site = Site.create(api);
        for (int i = 0; i < 7; i++) {
            site.backend("b" + i, site.address(30 + i)).expect(201);
        }
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    api.get("/backends?limit=3&poolId=" + site.pool() + cursor).expect(200);
            page.json().get("items").forEach(item -> names.add(item.get("name").asString()));
            cursor = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
        } while (!cursor.isEmpty());
        assertThat(names).containsExactly("b0", "b1", "b2", "b3", "b4", "b5", "b6");
    }

    @Test
    void newNodesJoinEachVirtualRouterBehindTheOthers() {
        Site site = Site.create(api);
        String second = api.post("/nodes", fill("{'name':'NAME','nodeGroupId':'GROUP'}", site))
                .expect(201)
                .id();
        var priorities = api.get("/node-groups/" + site.group()).json().at("/virtualRouters/0/priorityByNode");
        assertThat(priorities.get(site.node()).asInt()).isEqualTo(254);
        assertThat(priorities.get(second).asInt()).isEqualTo(244);

        api.patch(
                        "/node-groups/" + site.group(),
                        fill(
                                "{'virtualRouters':[{'vrid':1,'priorityByNode':{'NODE':244,'" + second + "':254}}]}",
                                site),
                        "*")
                .expect(200);
        api.delete("/nodes/" + second, "*").expect(204);
        assertThat(api.get("/node-groups/" + site.group())
                        .json()
                        .at("/virtualRouters/0/priorityByNode")
                        .toString())
                .isEqualTo("{\"" + site.node() + "\":244}");
    }

    private static String fill(String text, Site site) {
        return quoted(text)
                .replace("NAME", "it-" + site.number())
                .replace("GROUP", site.group())
                .replace("NODE", site.node())
                .replace("POOL", site.pool())
                .replace("VIP", site.vip())
                .replace("NUMBER", Integer.toString(site.number()));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
