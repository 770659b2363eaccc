package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the OpenAPI document work: every body that can be sent, is sent as its example has it. */
@ControlPlaneTest
class ExamplesIT {
    @LocalServerPort
    int port;

    private final List<String> sent = new ArrayList<>();
    private final Map<String, String> made = new HashMap<>();
    private Api api;
    private Site site;
    private Specimens specimens;
    private Map<String, String> references;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
        site.listen("443").expect(201);
        specimens = new Specimens(api.get("/openapi").expect(200).json());
        String user = api.post("/users", "{\"name\": \"user-%s\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
        String backend = site.backend("example", site.address(199)).expect(201).id();
        references = Map.of(
                "nodeGroupId", site.group(),
                "poolId", site.pool(),
                "userId", user,
                "vipId", site.vip(),
                "backendId", backend,
                "destination", site.address(100));
    }

    @Test
    void everyBodyIsTakenAsItsExampleHasIt() {
        List<String> described = new ArrayList<>();
        // Last is what replaces: a set of backends that leaves the one out that was made.
        for (String method : List.of("post", "patch", "put")) {
            specimens.document().get("paths").properties().forEach(path -> {
                JsonNode operation = path.getValue().path(method);
                String template = path.getKey().substring("/api/v1".length());
                // Whoever signs in needs a password of his own: SessionIT.
                if (operation.has("requestBody") && !template.startsWith("/session")) {
                    described.add(method + " " + template);
                    send(method, template, operation.at("/requestBody/content"));
                }
            });
        }
        assertThat(sent).containsExactlyElementsOf(described).hasSizeGreaterThan(30);
        made.forEach((path, id) -> {
            if (path.equals("/webhooks")) {
                api.delete(path + "/" + id, "*").expect(204);
            }
        });
    }

    private void send(String method, String template, JsonNode content) {
        content.propertyNames().forEach(type -> {
            JsonNode body = content.get(type);
            Answer answer = switch (template) {
                case "/config", "/config/plan" -> configure(method, template, type, body.get("example"));
                case "/config/import" ->
                    api.sendWith(
                            Map.of("Content-Type", type),
                            "POST",
                            template + "?format=keepalived&nodeGroup=group-" + site.number(),
                            body.at("/examples/keepalived/value").asString());
                default ->
                    api.sendWith(
                            Map.of("Content-Type", type, "If-Match", "*"),
                            method.toUpperCase(Locale.ROOT),
                            filled(template),
                            fitted(specimens.example(body.get("schema"))).toString());
            };
            // No node is connected here: what it would do is not asked of it, but the body is right.
            boolean nobodyToAsk = answer.status() == 409 && answer.text("code").equals("NO_NODE_CONNECTED");
            assertThat(answer.status() / 100 == 2 || nobodyToAsk)
                    .as(method + " " + template + " " + answer.status() + " "
                            + answer.response().body())
                    .isTrue();
            if (answer.status() == 201) {
                made.put(template.replaceAll(".*/", "/"), answer.id());
            }
        });
        sent.add(method + " " + template);
    }

    /** Put, and taken away again by its owner; other tests have the database, too. */
    private Answer configure(String method, String path, String type, JsonNode document) {
        Map<String, String> headers = Map.of("Content-Type", type, "If-Match", "*");
        String owned = "?owner=example";
        Answer answer = api.sendWith(headers, method.toUpperCase(Locale.ROOT), path, document.toString());
        if (path.equals("/config")) {
            answer.expect(200);
            assertThat(answer.json().at("/plan/changes")).hasSize(9);
            String nothing = "{\"apiVersion\": \"carom.dev/v1\"}";
            String token = api.post("/config/plan" + owned, nothing)
                    .expect(200)
                    .json()
                    .path("removalToken")
                    .asString("");
            api.put(path + owned + "&removalToken=" + token, nothing, "*").expect(200);
        } else {
            assertThat(answer.json().get("findings")).isEmpty();
        }
        return answer;
    }

    /** What was made from an example, or what the site has. */
    private String filled(String template) {
        String collection = template.replaceAll("/\\{.*", "");
        String parent = template.startsWith("/vips") ? site.vip() : site.pool();
        boolean below = template.matches(".*}/.+");
        return template.replaceAll("\\{[^}]*}", below ? parent : made.getOrDefault(collection, parent));
    }

    /** What refers to others, and what two cannot share, is the site's. */
    private ObjectNode fitted(ObjectNode example) {
        references.forEach((property, value) -> {
            if (example.has(property)) {
                example.put(property, value);
            }
        });
        if (example.has("address")) {
            example.put("address", site.address(200 + sent.size()));
        }
        example.forEach(part -> {
            if (part instanceof ObjectNode object) {
                fitted(object);
            }
            part.forEach(each -> {
                if (each instanceof ObjectNode object) {
                    fitted(object);
                }
            });
        });
        return example;
    }
}
