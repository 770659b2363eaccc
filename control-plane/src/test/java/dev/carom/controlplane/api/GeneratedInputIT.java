package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Bad input for every operation, generated from the OpenAPI document: refused as a problem, and without a trace. */
@ControlPlaneTest
class GeneratedInputIT {
    private static final List<String> BAD_QUERIES =
            List.of("", "-1", "99999999999999999999", "'\u0000", "a=b,,c(", "\ud83d\udca5", "x".repeat(3_000));

    private final List<String> wrong = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Test
    void everythingBadIsAProblemAndNothingIsHalfWritten() {
        Api admin = new Api(port);
        JsonNode document = admin.get("/openapi").expect(200).json();
        Specimens specimens = new Specimens(document);
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> walk(
                                admin,
                                specimens,
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey().substring("/api/v1".length()),
                                operation.getValue())));
        assertThat(wrong).isEmpty();
    }

    /** With a token of its own, since one may not ask so often. */
    private void walk(Api admin, Specimens specimens, String method, String path, JsonNode operation) {
        boolean streams = operation.at("/responses/200/content").has("text/event-stream");
        boolean describesItself = path.startsWith("/openapi");
        if (streams || describesItself) {
            return;
        }
        Api api = new Api(
                port,
                admin.post("/tokens", """
                {"name": "generated-%s", "role": "ADMIN"}""".formatted(UUID.randomUUID()))
                        .expect(201)
                        .text("token"));
        long revision = revision();
        String before = Rows.ofConfiguration(sql);
        boolean refusedAll = true;
        for (Map.Entry<String, String> request :
                requests(specimens, method, path, operation).entrySet()) {
            refusedAll &= ask(api, method, request.getKey(), operation, request.getValue());
        }
        String after = Rows.ofConfiguration(sql);
        if (refusedAll && !after.equals(before) && !isOwn(revision)) {
            wrong.add(method + " " + path + " refused everything, and left\n" + after + "of\n" + before);
        }
    }

    /** Whether the control plane itself wrote meanwhile, as when backends have departed. */
    private boolean isOwn(long since) {
        return sql.sql("select count(*) > 0 and bool_and(actor = 'carom') from revision where number > ?")
                .param(since)
                .query(Boolean.class)
                .single();
    }

    private long revision() {
        return sql.sql("select revision from configuration").query(Long.class).single();
    }

    /** Bodies by where to send them; each path is made different by a query that nobody reads. */
    private Map<String, String> requests(Specimens specimens, String method, String path, JsonNode operation) {
        Map<String, String> requests = new LinkedHashMap<>();
        String there = filled(path, UUID.randomUUID().toString());
        String separator = "?request=";
        JsonNode body = operation.at("/requestBody/content").path("application/json");
        List<String> bodies = body.isMissingNode() ? List.of("") : specimens.spoiled(body.get("schema"));
        for (int i = 0; i < bodies.size(); i++) {
            requests.put(there + separator + i, bodies.get(i));
        }
        String good =
                body.isMissingNode() ? "" : specimens.good(body.get("schema")).toString();
        if (path.contains("{")) {
            requests.put(filled(path, "no-id"), good);
            requests.put(filled(path, encoded("\ud83d\udca5")), good);
            requests.put(filled(path, "-9999999999999999999999"), good);
        }
        operation.path("parameters").forEach(parameter -> {
            if (parameter.get("in").asString().equals("query")) {
                for (String value : BAD_QUERIES) {
                    requests.put(there + "?" + parameter.get("name").asString() + "=" + encoded(value), good);
                }
            }
        });
        return requests;
    }

    private static String filled(String path, String value) {
        return path.replaceAll("\\{[^}]*}", value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether it was refused. */
    private boolean ask(Api api, String method, String path, JsonNode operation, String body) {
        boolean reads = method.equals("GET") || method.equals("DELETE");
        Map<String, String> headers =
                operation.path("parameters").toString().contains("If-Match") ? Map.of("If-Match", "*") : Map.of();
        try {
            Answer answer = api.sendWith(headers, method, path, reads ? null : body);
            if (answer.status() >= 400) {
                judge(method + " " + path + " " + shortened(body), answer);
                return true;
            }
        } catch (AssertionError e) {
            wrong.add(method + " " + path + " " + shortened(body) + ": " + e.getMessage());
        }
        return false;
    }

    private void judge(String request, Answer answer) {
        boolean problem = answer.status() < 500
                && answer.header("Content-Type").startsWith("application/problem+json")
                && !answer.text("code").isEmpty()
                && answer.text("detail").contains(" ");
        if (!problem || answer.status() == 422 && !says(answer.json().path("errors"))) {
            wrong.add(request + " answers " + answer.status() + " "
                    + answer.response().body());
        }
    }

    /** Each with where and why. */
    private static boolean says(JsonNode errors) {
        return !errors.isEmpty() && errors.valueStream().allMatch(error -> error.has("pointer") && error.has("code"));
    }

    private static String shortened(String body) {
        return body.length() > 200 ? body.substring(0, 200) + "…" : body;
    }
}
