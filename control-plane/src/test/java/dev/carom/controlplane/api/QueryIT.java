package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an operation does not know is refused, and of two media types the one that is preferred is answered. */
@ControlPlaneTest
class QueryIT {
    @LocalServerPort
    int port;

    private Api api;
    private Site site;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
    }

    @Test
    void aMisspeltParameterWritesNothing() {
        String document = """
                {"apiVersion": "carom.dev/v1", "pools": [{"name": "misspelt-%d"}]}
                """.formatted(site.number());
        api.put("/config?dryrun=true", document, "*").refused(400, "UNKNOWN_PARAMETER");
        assertThat(api.get("/pools?filter=name=misspelt-" + site.number())
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        api.get("/pools?fliter=name=x").refused(400, "UNKNOWN_PARAMETER");
        api.get("/pools/" + site.number() + "?limit=1").refused(400, "UNKNOWN_PARAMETER");
    }

    @Test
    void theDocumentIsYamlForWhoPrefersIt() {
        assertThat(exported("application/json;q=0.5, application/yaml")).startsWith("application/yaml");
        assertThat(exported("text/html, application/yaml")).startsWith("application/yaml");
        assertThat(exported("application/yaml;q=0.5, application/json")).startsWith("application/json");
        assertThat(exported("*/*")).startsWith("application/json");
    }

    private String exported(String accept) {
        return api.sendWith(Map.of("Accept", accept), "GET", "/config", null)
                .expect(200)
                .header("Content-Type");
    }
}
