package dev.carom.agent.forwarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a VIP by its address: open addressing at half load. Immutable; looking up allocates nothing. */
final class VipIndex {
    private final VipEntry[] slots;
    private final int mask;

    VipIndex(List<VipEntry> vips) {
        int size = Math.max(4, Integer.highestOneBit(Math.max(1, vips.size())) * 4);
        slots = new VipEntry[size];
        mask = size - 1;
        for (VipEntry vip : vips) {
            slots[freeSlot(vip)] = vip;
        }
    }

    private int freeSlot(VipEntry vip) {
        int slot = slot(vip.address().high(), vip.address().low());
        while (slots[slot] != null) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    @Nullable VipEntry find(long high, long low) {
        for (int slot = slot(high, low); slots[slot] != null; slot = slot + 1 & mask) {
            VipEntry vip = slots[slot];
            if (vip.address().low() == low && vip.address().high() == high) {
                return vip;
            }
        }
        return null;
    }

    /** Fibonacci hashing: VIPs are the operator's, so nobody aims at a slot. */
    private int slot(long high, long low) {
        return (int) ((low ^ Long.rotateLeft(high, 32)) * 0x9e3779b97f4a7c15L >>> 40) & mask;
    }
}
