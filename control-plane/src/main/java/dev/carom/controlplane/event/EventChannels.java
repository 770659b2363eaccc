package dev.carom.controlplane.event;

/** The database's NOTIFY channels that feed the streams. */
final class EventChannels {
    /** The timeline has grown; sent by a trigger. */
    static final String EVENT = "carom_event";

    /** Something that is told and not kept: its type, a line break, its JSON. */
    static final String SIGNAL = "carom_signal";

    private EventChannels() {}
}
