package dev.carom.controlplane.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A webhook as the audit trail keeps it: what {@code Difference} leaves out is called secret. */
final class AuditedWebhook {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditedWebhook() {}

    /** The path of a URL is as good as a password to chat systems: that it changed is kept, not to what. */
    static JsonNode of(WebhookSpec spec, @Nullable String secret) {
        URI url = URI.create(spec.url());
        String server = url.getScheme() + "://" + url.getRawAuthority();
        ObjectNode tree = JSON.valueToTree(spec);
        tree.put("url", server);
        tree.put("urlSecret", spec.url().substring(server.length()));
        tree.put("secret", secret);
        return tree;
    }
}
