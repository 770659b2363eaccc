package dev.carom.controlplane.canary;

/** How far a trial has come. */
public enum CanaryState {
    /** Until all chosen nodes have read the revision back from their data paths. */
    VERIFYING,
    /** Verified, and watched for a while. */
    SOAKING,
    /** All nodes get it. */
    PASSED,
    /** A new revision has the old content. */
    ROLLED_BACK;

    public boolean isOver() {
        return this == PASSED || this == ROLLED_BACK;
    }
}
