package dev.carom.controlplane.webhook;

/** What became of a delivery. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    /** Given up after the last attempt; it goes out again only when somebody asks. */
    DEAD
}
