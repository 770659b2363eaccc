package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a webhook may be, and where it must not lead. */
@ControlPlaneTest
class WebhookTargetsIT {
    private static final String ABROAD = "https://192.0.2.1/hook/T0KEN-of-the-path";

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/api/v1/users",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://[fd00:ec2::254]/",
                "http://0.0.0.0/",
                "http://[fe80::1]/",
                "http://224.0.0.1/",
                "http://2130706433/"
            })
    void aForbiddenAddressIsRefusedAtOnce(String url) {
        make(url).refused(422, "TARGET_FORBIDDEN").pointingAt("/url");
    }

    @Test
    void aNameIsJudgedByItsAddressWhenItIsConnectedTo() {
        String webhook = make("http://localhost:" + port + "/").expect(201).id();
        String test = api.post("/webhooks/" + webhook + "/test", "")
                .expect(202)
                .header("Location")
                .substring("/api/v1".length());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get(test).text("state").equals("DEAD"));
        assertThat(api.get(test).text("lastError")).contains("the control plane's own host");
        assertThat(api.get(test).json().has("lastStatus")).isFalse();
        api.delete("/webhooks/" + webhook, "*").expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://192.0.2.1/",
                "https://user:password@192.0.2.1/",
                "https:///nowhere",
                "https://192.0.2.1/#part",
                "https://192.0.2.1:99999/",
                "https://192.0.2.1/\\u00e4",
                "https://127.1/",
                "javascript:alert(1)",
                "no URL"
            })
    void whatIsNoTargetIsRefused(String url) {
        make(url).refused(422, "URL_INVALID").pointingAt("/url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"eventTypes\": [\"vip.changed\", \"everything\"] | EVENT_TYPE_INVALID | /eventTypes/1",
                "\"secret\": \"short\" | SECRET_INVALID | /secret"
            })
    void whatBreaksARuleIsPointedAt(String property, String code, String pointer) {
        api.post("/webhooks", "{\"name\": \"w\", \"url\": \"" + ABROAD + "\", " + property + "}")
                .refused(422, code)
                .pointingAt(pointer);
    }

    @Test
    void theSecretIsShownOnceAndTheTrailHasNeitherItNorThePath() {
        Answer made = make(ABROAD).expect(201);
        assertThat(made.text("secret")).startsWith("whsec_");
        String path = "/webhooks/" + made.id();
        assertThat(api.get(path).response().body()).doesNotContain("whsec_");
        assertThat(api.get("/webhooks").response().body()).doesNotContain("whsec_");
        String chosen = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        api.patch(path, "{\"url\": \"" + ABROAD + "-2\"}", "\"7\"").refused(412, "STALE_VERSION");
        api.patch(path, "{\"url\": \"" + ABROAD + "-2\"}", null).refused(428, "PRECONDITION_REQUIRED");
        api.patch(path, "{\"url\": \"" + ABROAD + "-2\", \"secret\": \"" + chosen + "\"}", made.tag())
                .expect(200);
        api.delete(path, "*").expect(204);
        String trail = api.get("/audit?filter=resourceId=" + made.id())
                .expect(200)
                .response()
                .body();
        assertThat(trail)
                .contains("CREATED", "UPDATED", "DELETED", "https://192.0.2.1", "***")
                .doesNotContain("whsec_", "T0KEN");
    }

    @Test
    void namesAreUnique() {
        Answer made = make(ABROAD).expect(201);
        api.post("/webhooks", "{\"name\": \"%s\", \"url\": \"%s\"}".formatted(made.text("name"), ABROAD))
                .refused(409, "NAME_TAKEN");
        api.delete("/webhooks/" + made.id(), "*").expect(204);
    }

    private Answer make(String url) {
        return api.post("/webhooks", "{\"name\": \"w-%s\", \"url\": \"%s\"}".formatted(UUID.randomUUID(), url));
    }
}
