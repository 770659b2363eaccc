package dev.carom.controlplane.event;

/** Somebody who listens to one of the database's NOTIFY channels; called on the thread {@code stream}. */
public interface Notified {
    /** An identifier of ours, for it becomes SQL. */
    String channel();

    void hear(String payload);

    /** Said when notifications may have been lost, and now and then. */
    default void lookAgain() {}
}
