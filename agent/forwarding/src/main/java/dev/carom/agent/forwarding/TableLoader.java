package dev.carom.agent.forwarding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives every backend of a new table its stable number, and carries counters over. Used by one applying thread. */
final class TableLoader {
    private LoadedTable last = new LoadedTable(
            ForwardingTable.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            new SipHash(ForwardingTable.EMPTY.hashKey()));

    LoadedTable last() {
        return last;
    }

    /** {@code adopted} is what the data path decides by now: it may be older than the last one loaded. */
    LoadedTable load(ForwardingTable table, LoadedTable adopted) {
        List<@Nullable BackendState> states = new ArrayList<>(last.backends());
        release(states, table, adopted);
        List<Integer> slots = number(states, table);
        List<Integer> indexes = new ArrayList<>(Collections.nCopies(states.size(), LoadedTable.DEPARTED));
        for (int backend = 0; backend < slots.size(); backend++) {
            indexes.set(slots.get(backend), backend);
        }
        last = new LoadedTable(
                table,
                vips(table),
                listeners(table),
                Collections.unmodifiableList(states),
                slots,
                List.copyOf(indexes),
                rotations(table),
                new SipHash(table.hashKey()));
        return last;
    }

    /** A number is free when neither this table nor one that may still decide knows its backend, and no flow has it. */
    private void release(List<@Nullable BackendState> states, ForwardingTable table, LoadedTable adopted) {
        Map<UUID, Integer> wanted = new HashMap<>();
        for (int backend = 0; backend < table.backendCount(); backend++) {
            wanted.put(table.backend(backend).id(), backend);
        }
        for (int slot = 0; slot < states.size(); slot++) {
            BackendState state = states.get(slot);
            boolean known = state == null
                    || wanted.containsKey(state.id)
                    || last.backendOf(slot) != LoadedTable.DEPARTED
                    || slot < adopted.indexes().size() && adopted.backendOf(slot) != LoadedTable.DEPARTED;
            if (!known && state.flows.get() == 0) {
                states.set(slot, null);
            }
        }
    }

    private static List<Integer> number(List<@Nullable BackendState> states, ForwardingTable table) {
        Map<UUID, Integer> slots = new LinkedHashMap<>();
        for (int slot = 0; slot < states.size(); slot++) {
            BackendState state = states.get(slot);
            if (state != null) {
                slots.put(state.id, slot);
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (int backend = 0; backend < table.backendCount(); backend++) {
            numbers.add(slots.computeIfAbsent(table.backend(backend).id(), id -> add(states, id)));
        }
        return List.copyOf(numbers);
    }

    private static int add(List<@Nullable BackendState> states, UUID id) {
        int free = states.indexOf(null);
        int slot = free < 0 ? states.size() : free;
        BackendState state = new BackendState(id, slot);
        if (free < 0) {
            states.add(state);
        } else {
            states.set(free, state);
        }
        return slot;
    }

    private List<VipState> vips(ForwardingTable table) {
        Map<UUID, VipState> known = new HashMap<>();
        last.vips().forEach(state -> known.put(state.id, state));
        return table.vipEntries().stream()
                .map(vip -> known.computeIfAbsent(vip.id(), VipState::new))
                .toList();
    }

    private List<ListenerState> listeners(ForwardingTable table) {
        Map<UUID, ListenerState> known = new HashMap<>();
        last.listeners().forEach(state -> known.put(state.id, state));
        return entries(table).stream()
                .map(listener -> known.computeIfAbsent(listener.id(), ListenerState::new))
                .toList();
    }

    /** In the order of their index, each once though it may have several ranges of ports. */
    private static Collection<ListenerEntry> entries(ForwardingTable table) {
        Map<Integer, ListenerEntry> entries = new TreeMap<>();
        for (VipEntry vip : table.vipEntries()) {
            for (PortMap ports : List.of(vip.tcp(), vip.udp())) {
                for (int i = 0; i < ports.size(); i++) {
                    entries.put(ports.listenerAt(i).index(), ports.listenerAt(i));
                }
            }
        }
        return entries.values();
    }

    private Map<UUID, Rotation> rotations(ForwardingTable table) {
        Map<UUID, Rotation> rotations = new HashMap<>();
        entries(table).forEach(listener -> {
            UUID pool = listener.route().choosing().pool();
            Rotation known = last.rotations().get(pool);
            rotations.putIfAbsent(pool, known == null ? new Rotation() : known);
        });
        return Map.copyOf(rotations);
    }
}
