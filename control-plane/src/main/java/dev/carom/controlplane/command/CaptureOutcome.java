package dev.carom.controlplane.command;

/** What a node sends of a capture: the parts of a pcapng file, in order, and then how it ended. */
public sealed interface CaptureOutcome extends Outcome {
    record Part(byte[] file) implements CaptureOutcome {}

    /**
     * @param lost frames that the node was too busy to take
     * @param full it ended because its bytes were used up
     */
    record End(long frames, long lost, boolean full) implements CaptureOutcome {}
}
