package dev.carom.controlplane.webhook;

import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom to tell, and of what. */
@Schema(name = "WebhookSpec")
public record WebhookSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "on-call")
        String name,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                example = "https://hooks.example.com/carom",
                description = "http or https. Never the control plane's own host, its link, or a cloud's metadata.")
        String url,

        @Schema(defaultValue = "GENERIC") WebhookFormat format,

        @Schema(
                defaultValue = "[]",
                example = "[\"backend.*\", \"finding.opened\"]",
                description = "Types of events, `<noun>.*` or `*`; none: all.")
        List<String> eventTypes,

        @Schema(defaultValue = "true") boolean enabled,

        @Schema(
                accessMode = AccessMode.WRITE_ONLY,
                description = "`whsec_` and the base64 of at least 24 bytes. Left out: made when the webhook is, and"
                        + " kept when it is changed. It is never shown again.")
        @Nullable String secret) {
    private static final Pattern EVENT_TYPE = Pattern.compile("\\*|[a-z]+([A-Z][a-z]+)*\\.([a-z]+|\\*)");
    private static final int MOST_TYPES = 64;
    private static final int LONGEST_URL = 2_000;
    private static final int PORTS = 65_536;

    public WebhookSpec {
        eventTypes = List.copyOf(eventTypes);
        secret = secret == null || secret.isEmpty() ? null : secret;
    }

    void check(Violations violations) {
        Names.check("/name", name, violations);
        violations.unless(
                isTarget(url),
                "/url",
                "URL_INVALID",
                "A URL begins with http:// or https://, names a host, no user and no fragment, and has at most 2,000"
                        + " characters.");
        violations.unless(
                eventTypes.size() <= MOST_TYPES, "/eventTypes", "TOO_MANY_EVENT_TYPES", "At most 64 types of events.");
        for (int i = 0; i < eventTypes.size(); i++) {
            violations.unless(
                    EVENT_TYPE.matcher(eventTypes.get(i)).matches(),
                    "/eventTypes/" + i,
                    "EVENT_TYPE_INVALID",
                    "A type of events is written vip.changed, or finding.* for all of a noun, or * for all.");
        }
        violations.unless(
                secret == null || WebhookSecret.isOne(secret),
                "/secret",
                "SECRET_INVALID",
                "A secret is whsec_ and the base64 of at least 24 random bytes; leave it out to have one made.");
    }

    private static boolean isTarget(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_URL
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() < PORTS
                    && uri.getPort() != 0
                    && text.chars().allMatch(c -> c < 128);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
