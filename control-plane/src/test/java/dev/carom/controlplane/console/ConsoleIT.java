package dev.carom.controlplane.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The console comes from its jar: one page for all of its places, and no page for what is not one. */
@ControlPlaneTest
class ConsoleIT {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/vips", "/pools/4f0e5f4c-9a39-4f0c-8a4c-6f8b9ad2a1de", "/changes?revision=3"})
    void everyPlaceIsTheOnePage(String place) throws Exception {
        HttpResponse<String> page = get(place, "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Carom</title>");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    @Test
    void itsScriptIsCompressedAndKeptForAYear() throws Exception {
        Matcher script = SCRIPT.matcher(get("/", "").body());
        assertThat(script.find()).isTrue();
        HttpResponse<String> compressed = get(script.group(1), "br");
        assertThat(compressed.statusCode()).isEqualTo(200);
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(compressed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(compressed.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("max-age=31536000", "immutable"));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/nothing, 401", "/assets/nothing.js, 404", "/nothing.html, 404", "/actuator/env, 401"})
    void whatIsNoPlaceIsNoPage(String path, int status) throws Exception {
        HttpResponse<String> answer = get(path, "");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("<title>Carom</title>");
    }

    private HttpResponse<String> get(String path, String encoding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encoding.isEmpty() ? "identity" : encoding)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Conformance.checked(client.send(request, BodyHandlers.ofString()));
        }
    }
}
