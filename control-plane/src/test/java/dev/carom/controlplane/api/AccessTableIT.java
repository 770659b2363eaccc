package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks every endpoint of the OpenAPI document with every role and with none, and compares with the table of
 * docs/security.md. An endpoint that the table lacks fails here: add its line there.
 */
@ControlPlaneTest
class AccessTableIT {
    private static final Path DOCUMENT = Path.of("../docs/security.md");
    private static final List<String> ROLES = List.of("VIEWER", "OPERATOR", "EDITOR", "ADMIN");
    /** No JSON: whoever is let in changes nothing by it. */
    private static final String BODY = "[";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    /** @param within "node group", "everything", or a dash */
    private record Row(String least, String within) {
        boolean admits(String role, boolean everywhere) {
            return switch (least) {
                case "anyone" -> true;
                case "nobody" -> false;
                case "signed in" -> !role.isEmpty();
                default ->
                    !role.isEmpty()
                            && ROLES.indexOf(role) >= ROLES.indexOf(least)
                            && (everywhere || within.equals("node group"));
            };
        }
    }

    @Test
    void theTableListsExactlyWhatTheDocumentHas() throws Exception {
        List<String> operations = operations();
        List<String> listed = table().keySet().stream()
                .filter(key -> key.contains(" /api/v1/"))
                // The document does not describe itself.
                .filter(key -> !key.startsWith("GET /api/v1/openapi"))
                .toList();
        assertThat(listed)
                .as("what stands in the table of docs/security.md must be what the document has")
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everyRoleAndNobodyGetWhatTheTableSays() throws Exception {
        Api admin = new Api(port);
        Site site = Site.create(admin);
        Map<String, String> everywhere = new LinkedHashMap<>();
        Map<String, String> forOneGroup = new LinkedHashMap<>();
        for (String role : ROLES) {
            everywhere.put(role, token(admin, role, ""));
            forOneGroup.put(role, token(admin, role, "\"" + site.group() + "\""));
        }
        everywhere.put("", "");
        Map<String, Row> table = table();
        List<String> wrong = new ArrayList<>();
        for (String operation : operations()) {
            Row row = table.getOrDefault(operation, new Row("nobody", "-"));
            everywhere.forEach((role, token) -> compare(operation, row, role, token, true, wrong));
            forOneGroup.forEach((role, token) -> compare(operation, row, role, token, false, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private void compare(String operation, Row row, String role, String token, boolean everywhere, List<String> wrong) {
        int status = status(operation, token);
        boolean passed = status != 401 && status != 403;
        boolean mayBe401 = operation.equals("POST /api/v1/session");
        if (passed != row.admits(role, everywhere) && !mayBe401
                || status >= 500
                || !passed && (status == 401) != role.isEmpty() && !mayBe401) {
            wrong.add(operation + " with " + (role.isEmpty() ? "nobody" : role) + (everywhere ? "" : " of a group")
                    + " answers " + status + ", table: " + row);
        }
    }

    private int status(String operation, String token) {
        String[] parts = operation.split(" ");
        String path = parts[1].replace("{}", UUID.randomUUID().toString());
        boolean writes = !parts[0].equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(parts[0], writes ? BodyPublishers.ofString(BODY) : BodyPublishers.noBody());
        if (writes) {
            request.header("Content-Type", "application/json").header("If-Match", "*");
        }
        if (token.isEmpty()) {
            request.header("Cookie", "XSRF-TOKEN=same").header("X-XSRF-TOKEN", "same");
        } else {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            boolean streams =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            try (InputStream body = response.body()) {
                if (!streams) {
                    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    Conformance.check(parts[0], response.uri(), response.statusCode(), response.headers(), text);
                }
            }
            return response.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(operation, e);
        }
    }

    private static String token(Api admin, String role, String group) {
        return admin.post("/tokens", """
                {"name": "walk-%s", "role": "%s", "nodeGroupIds": [%s]}
                """.formatted(UUID.randomUUID().toString().substring(0, 18), role, group))
                .expect(201)
                .text("token");
    }

    private List<String> operations() {
        List<String> operations = new ArrayList<>();
        new Api(port, AdminToken.VALUE)
                .get("/openapi")
                .expect(200)
                .json()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(key(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return operations;
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(DOCUMENT)) {
            List<String> cells = Arrays.stream(line.split("\\|"))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            if (inside && cells.size() > 4 && !line.startsWith("|-")) {
                rows.put(key(cells.get(1), cells.get(2)), new Row(cells.get(3), cells.get(4)));
            }
            inside = line.startsWith("| Method | Path |") || inside && line.startsWith("|");
        }
        return rows;
    }

    /** Names of path variables are nobody's business. */
    private static String key(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
}
