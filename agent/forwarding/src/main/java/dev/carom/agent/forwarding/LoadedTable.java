package dev.carom.agent.forwarding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table together with what outlives it: counters, limits and turns, and the stable numbers by which flows remember
 * backends. Made by {@link TableLoader}; what is mutable in it belongs to the data path's thread.
 *
 * @param vips by the VIP's index in the table
 * @param listeners by the listener's index in the table
 * @param backends by stable number; null where a number is free
 * @param slots stable numbers by the backend's index in the table
 * @param indexes the reverse; {@link #DEPARTED} for a backend that the table lacks
 */
record LoadedTable(
        ForwardingTable table,
        List<VipState> vips,
        List<ListenerState> listeners,
        List<@Nullable BackendState> backends,
        List<Integer> slots,
        List<Integer> indexes,
        Map<UUID, Rotation> rotations,
        SipHash hash) {
    static final int DEPARTED = -1;

    /** The same flows' backends in another table, to look at and not to decide by. */
    LoadedTable proposing(ForwardingTable proposed) {
        Map<UUID, Integer> places = new HashMap<>();
        for (int backend = 0; backend < proposed.backendCount(); backend++) {
            places.put(proposed.backend(backend).id(), backend);
        }
        List<Integer> found = backends.stream()
                .map(state -> state == null ? DEPARTED : places.getOrDefault(state.id, DEPARTED))
                .toList();
        return new LoadedTable(
                proposed, vips, listeners, backends, List.of(), found, Map.of(), new SipHash(proposed.hashKey()));
    }

    VipState vip(VipEntry vip) {
        return vips.get(vip.index());
    }

    ListenerState listener(ListenerEntry listener) {
        return listeners.get(listener.index());
    }

    /** Index in the table of the backend with that stable number, or {@link #DEPARTED}. */
    int backendOf(int slot) {
        return indexes.get(slot);
    }

    int slotOf(int backend) {
        return slots.get(backend);
    }

    BackendState backendState(int slot) {
        BackendState state = backends.get(slot);
        if (state == null) {
            throw new IllegalStateException("number " + slot + " is nobody's");
        }
        return state;
    }
}
