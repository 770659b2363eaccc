package dev.carom.controlplane.gate;

import dev.carom.controlplane.Conformance;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps cookies as a browser does, and sends the token against forged requests as the console does. */
final class Browser {
    private static final JsonMapper JSON = new JsonMapper();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String root;

    Browser(int port) {
        this("http://127.0.0.1:" + port);
    }

    Browser(String root) {
        this.root = root;
    }

    record Page(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String code() {
            return json().path("code").asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Page get(String path) {
        return send("GET", path, null, true);
    }

    /** A write as the console makes it. */
    Page write(String method, String path, @Nullable String body) {
        return send(method, path, body, true);
    }

    /** A write as a page of another site would have it made: with the cookies, without the header. */
    Page forged(String method, String path, @Nullable String body) {
        return send(method, path, body, false);
    }

    Page signIn(String name, String password) {
        get("/api/v1/session");
        return write("POST", "/api/v1/session", """
                {"name": "%s", "password": "%s"}""".formatted(name, password));
    }

    @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("127.0.0.1");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(root), cookie);
    }

    private Page send(String method, String path, @Nullable String body, boolean withToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        String token = cookie("XSRF-TOKEN");
        if (withToken && token != null && !method.equals("GET")) {
            request.header("X-XSRF-TOKEN", token);
        }
        try {
            return new Page(Conformance.checked(client.send(request.build(), BodyHandlers.ofString())));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
