package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the OpenAPI document work: whatever can be created, is created from them. */
@ControlPlaneTest
class ExamplesIT {
    @LocalServerPort
    int port;

    @Test
    void whateverCanBeCreatedIsCreatedFromItsExample() {
        Api api = new Api(port);
        Site site = Site.create(api);
        JsonNode document = api.get("/openapi").expect(200).json();
        Specimens specimens = new Specimens(document);
        String user = api.post("/users", "{\"name\": \"user-%s\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
        Map<String, String> references = Map.of("nodeGroupId", site.group(), "poolId", site.pool(), "userId", user);
        List<String> created = new ArrayList<>();
        document.get("paths").properties().forEach(path -> {
            JsonNode operation = path.getValue().path("post");
            JsonNode schema = operation
                    .at("/requestBody/content")
                    .path("application/json")
                    .path("schema");
            if (operation.at("/responses").has("201") && !schema.isMissingNode()) {
                ObjectNode example = example(specimens, schema, references);
                if (example.has("address")) {
                    example.put("address", site.address(200 + created.size()));
                }
                created.add(create(api, site, path.getKey(), example));
            }
        });
        assertThat(created)
                .contains(
                        "/vips",
                        "/pools",
                        "/nodes",
                        "/node-groups",
                        "/health-monitors",
                        "/webhooks",
                        "/vips/{vip}/listeners",
                        "/pools/{pool}/backends");
    }

    /** What refers to others, and what two cannot share, is the site's. */
    private static ObjectNode example(Specimens specimens, JsonNode schema, Map<String, String> references) {
        ObjectNode example = specimens.example(schema);
        references.forEach((property, value) -> {
            if (example.has(property)) {
                example.put(property, value);
            }
        });
        return example;
    }

    private static String create(Api api, Site site, String path, ObjectNode example) {
        String template = path.substring("/api/v1".length());
        String parent = template.startsWith("/vips") ? site.vip() : site.pool();
        Answer answer = api.post(template.replaceAll("\\{[^}]*}", parent), example.toString());
        assertThat(answer.status())
                .as(template + " " + example + " " + answer.response().body())
                .isEqualTo(201);
        if (template.equals("/webhooks")) {
            api.delete("/webhooks/" + answer.id(), "*").expect(204);
        }
        return template;
    }
}
