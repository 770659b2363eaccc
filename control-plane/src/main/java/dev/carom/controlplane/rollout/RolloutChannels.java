package dev.carom.controlplane.rollout;

/** The database's NOTIFY channels that wake replicas. */
final class RolloutChannels {
    /** The configuration has a new revision; sent by a trigger. */
    static final String REVISION = "carom_revision";

    /** Desired states, acknowledgements or findings changed. */
    static final String ROLLOUT = "carom_rollout";

    private RolloutChannels() {}
}
