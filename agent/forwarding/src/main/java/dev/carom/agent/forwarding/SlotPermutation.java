package dev.carom.agent.forwarding;

import java.util.UUID;

/**
 * The order in which one backend asks for the slots of a Maglev table. Each step can be undone, so that every slot comes
 * up once; and no two backends ask in step, as they would with the offset and skip of the paper.
 */
record SlotPermutation(int offset, int firstFactor, int secondFactor) {
    private static final int MASK = MaglevTable.SIZE - 1;

    static SlotPermutation of(UUID id, SipHash hash) {
        long h = hash.begin()
                .word(id.getMostSignificantBits())
                .word(id.getLeastSignificantBits())
                .finish(0, 16);
        return new SlotPermutation((int) h & MASK, (int) (h >>> 16) & MASK | 1, (int) (h >>> 32) & MASK | 1);
    }

    /** {@code turn} 0 to {@link MaglevTable#SIZE} - 1. */
    int slot(int turn) {
        int mixed = (turn + offset) * firstFactor & MASK;
        mixed = (mixed ^ mixed >>> 8) * secondFactor & MASK;
        return mixed ^ mixed >>> 8;
    }
}
