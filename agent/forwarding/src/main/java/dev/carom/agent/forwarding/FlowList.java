package dev.carom.agent.forwarding;

/** Entries of a store from the least to the most recently used; linked within the entries. */
final class FlowList {
    private final FlowStore store;
    private int oldest = FlowStore.NONE;
    private int newest = FlowStore.NONE;
    private int size;

    FlowList(FlowStore store) {
        this.store = store;
    }

    int oldest() {
        return oldest;
    }

    int newest() {
        return newest;
    }

    int size() {
        return size;
    }

    void add(int entry) {
        store.older(entry, newest);
        store.newer(entry, FlowStore.NONE);
        if (newest == FlowStore.NONE) {
            oldest = entry;
        } else {
            store.newer(newest, entry);
        }
        newest = entry;
        size++;
    }

    void remove(int entry) {
        int older = store.older(entry);
        int newer = store.newer(entry);
        if (older == FlowStore.NONE) {
            oldest = newer;
        } else {
            store.newer(older, newer);
        }
        if (newer == FlowStore.NONE) {
            newest = older;
        } else {
            store.older(newer, older);
        }
        size--;
    }

    /** Takes the oldest away; the list must not be empty. */
    int poll() {
        int entry = oldest;
        remove(entry);
        return entry;
    }
}
