package dev.carom.controlplane.webhook;

/** What a delivery's body looks like. */
public enum WebhookFormat {
    /** The event as {@code GET /events} shows it. */
    GENERIC,
    /** A message of Slack's incoming webhooks, which others understand too. */
    SLACK
}
