package dev.carom.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@ControlPlaneTest
class ControlPlaneApplicationIT {
    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Test
    void saysThatItIsReadyOnTheManagementPort() throws Exception {
        assertThat(get(managementPort, "/actuator/health/readiness")).contains("\"UP\"");
    }

    @Test
    void describesItselfInOpenApi31() throws Exception {
        assertThat(get(port, "/api/v1/openapi")).contains("\"openapi\":\"3.1.0\"");
    }

    private static String get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", AdminToken.HEADER)
                    .build();
            return Conformance.checked(client.send(request, BodyHandlers.ofString()))
                    .body();
        }
    }
}
