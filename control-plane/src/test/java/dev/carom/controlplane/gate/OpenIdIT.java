package dev.carom.controlplane.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.Conformance;
import dev.carom.controlplane.ControlPlaneTest;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People sign in with a real OpenID provider: authorization code, PKCE, roles from its claims. */
@ControlPlaneTest
class OpenIdIT {
    private static final OpenIdProvider PROVIDER = OpenIdProvider.start();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("carom.data-dir", () -> "target/openid");
        properties.add("carom.oidc.issuer", PROVIDER::issuer);
        properties.add("carom.oidc.client-id", () -> OpenIdProvider.CLIENT);
        properties.add("carom.oidc.client-secret", () -> OpenIdProvider.SECRET);
        properties.add("carom.oidc.roles.balancers", () -> "OPERATOR");
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void thePersonComesBackWithASessionAndTheRolesOfTheClaims() throws Exception {
        PROVIDER.knowConsoleAt(port);
        assertThat(get("http://127.0.0.1:" + port + "/api/v1/session").body()).contains("\"OPENID\"");
        HttpResponse<String> toProvider = get("http://127.0.0.1:" + port + "/oauth2/authorization/carom");
        assertThat(location(toProvider))
                .startsWith(PROVIDER.issuer())
                .contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=");

        HttpResponse<String> login = follow(toProvider, "/login");
        Matcher token = FORM_TOKEN.matcher(login.body());
        assertThat(token.find()).as(login.body()).isTrue();
        HttpResponse<String> signedIn = Conformance.checked(client.send(
                HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + OpenIdProvider.PERSON + "&password="
                                + OpenIdProvider.PASSWORD + "&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString()));
        HttpResponse<String> back = follow(signedIn, "/login/oauth2/code/carom");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.uri().resolve(location(back)).getPath()).isEqualTo("/");

        JsonNode session = new JsonMapper()
                .readTree(get("http://127.0.0.1:" + port + "/api/v1/session").body());
        assertThat(session.get("name").asString()).isEqualTo("ada");
        assertThat(session.get("mustChangePassword").asBoolean()).isFalse();
        assertThat(session.at("/grants/0/role").asString()).isEqualTo("OPERATOR");
        assertThat(get("http://127.0.0.1:" + port + "/api/v1/vips").statusCode())
                .isEqualTo(200);
        assertThat(get("http://127.0.0.1:" + port + "/api/v1/users").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCodeThatNobodyAskedForIsRefused() throws Exception {
        HttpResponse<String> answer =
                get("http://127.0.0.1:" + port + "/login/oauth2/code/carom?code=stolen&state=invented");
        assertThat(location(answer)).endsWith("/?signIn=failed");
        assertThat(get("http://127.0.0.1:" + port + "/api/v1/vips").statusCode())
                .isEqualTo(401);
    }

    /** Follows redirects until the address has this path, and gives its answer. */
    private HttpResponse<String> follow(HttpResponse<String> answer, String path) throws Exception {
        HttpResponse<String> current = answer;
        for (int i = 0; i < 6; i++) {
            URI next = current.uri().resolve(location(current));
            current = get(next.toString());
            if (next.getPath().equals(path)) {
                return current;
            }
        }
        throw new AssertionError("never came to " + path + ": " + current);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return Conformance.checked(client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", address.contains("/api/") ? "application/json" : "text/html")
                        .build(),
                BodyHandlers.ofString()));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer + answer.body()));
    }
}
