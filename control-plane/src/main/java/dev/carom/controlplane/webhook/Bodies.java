package dev.carom.controlplane.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a delivery's body: the same bytes at each attempt. */
final class Bodies {
    private static final JsonMapper JSON = new JsonMapper();

    private Bodies() {}

    static String of(WebhookFormat format, Delivery delivery) {
        return JSON.writeValueAsString(
                switch (format) {
                    case GENERIC -> generic(delivery);
                    case SLACK -> Map.of("text", "*" + delivery.type() + "* " + escaped(delivery.summary()));
                });
    }

    private static Map<String, Object> generic(Delivery delivery) {
        Map<String, Object> event = new LinkedHashMap<>();
        if (delivery.eventId() != null) {
            event.put("id", delivery.eventId());
        }
        event.put("createdAt", delivery.createdAt().toString());
        event.put("type", delivery.type());
        event.put("resourceType", delivery.resourceType());
        event.put("resourceId", delivery.resourceId().toString());
        event.put("summary", delivery.summary());
        if (delivery.revision() != null) {
            event.put("revision", delivery.revision());
        }
        return event;
    }

    /** The three characters that Slack reads as its own: a name must not become a link or call everybody. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
