package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The committed document is what the server says of itself; clients generate their types from it. */
@ControlPlaneTest
class OpenApiIT {
    @LocalServerPort
    int port;

    @Test
    void committedDocumentIsTheServedOne() throws Exception {
        String served =
                new Api(port).get("/openapi.yaml").expect(200).response().body();
        Path emitted = Path.of("target", "openapi.yaml");
        Files.writeString(emitted, served);
        assertThat(served)
                .as("the interface changed: copy control-plane/%s over control-plane/openapi.yaml", emitted)
                .isEqualTo(Files.readString(Path.of("openapi.yaml")));
    }

    @Test
    void everyOperationDescribesItsAnswersInNamedMediaTypes() {
        JsonNode document = new Api(port).get("/openapi").expect(200).json();
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.toString()).doesNotContain("*/*");
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    Set<String> statuses =
                            Set.copyOf(operation.getValue().get("responses").propertyNames());
                    assertThat(statuses).as(name).contains("400", "401", "403", "429", "500");
                    if (path.getKey().contains("{")
                            && Set.of("put", "patch", "delete").contains(operation.getKey())) {
                        assertThat(statuses).as(name).contains("404", "409", "412", "428");
                    }
                    assertThat(operation.getValue().get("summary").asString())
                            .as(name)
                            .isNotBlank();
                }));
    }
}
