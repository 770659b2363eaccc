package dev.carom.agent.forwarding;

import java.util.UUID;

/** The order in which one backend asks for the slots of a Maglev table. */
record SlotPermutation(int offset, int skip) {

    /** {@code size} is prime, so that every skip visits every slot. */
    static SlotPermutation of(UUID id, int size, SipHash hash) {
        long h = hash.begin()
                .word(id.getMostSignificantBits())
                .word(id.getLeastSignificantBits())
                .finish(0, 16);
        return new SlotPermutation((int) ((h & 0xffff_ffffL) % size), (int) ((h >>> 32) % (size - 1)) + 1);
    }
}
