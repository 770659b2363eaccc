package dev.carom.agent.status;

import dev.carom.agent.forwarding.DesiredState;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** People's names of what is counted; its id where it has none any more. */
record ResourceNames(
        Map<UUID, String> vips,
        Map<UUID, String> backends,
        Map<UUID, String> poolByBackend,
        Map<UUID, String> listeners,
        Map<UUID, String> vipByListener) {

    static ResourceNames none() {
        return new ResourceNames(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    static ResourceNames of(DesiredState desired) {
        Map<UUID, String> vips = new HashMap<>();
        Map<UUID, String> backends = new HashMap<>();
        Map<UUID, String> pools = new HashMap<>();
        desired.vips().forEach(vip -> vips.put(vip.id(), vip.name()));
        for (DesiredState.Pool pool : desired.pools()) {
            for (DesiredState.Backend backend : pool.backends()) {
                backends.put(backend.id(), backend.name());
                pools.put(backend.id(), pool.name());
            }
        }
        Map<UUID, String> listeners = new HashMap<>();
        Map<UUID, String> vipByListener = new HashMap<>();
        for (DesiredState.Listener listener : desired.listeners()) {
            listeners.put(listener.id(), listener.name());
            vipByListener.put(
                    listener.id(),
                    vips.getOrDefault(listener.vip(), listener.vip().toString()));
        }
        return new ResourceNames(vips, backends, pools, listeners, vipByListener);
    }

    String vip(UUID id) {
        return vips.getOrDefault(id, id.toString());
    }

    String backend(UUID id) {
        return backends.getOrDefault(id, id.toString());
    }

    String poolOf(UUID backend) {
        return poolByBackend.getOrDefault(backend, "");
    }

    String listener(UUID id) {
        return listeners.getOrDefault(id, id.toString());
    }

    String vipOf(UUID listener) {
        return vipByListener.getOrDefault(listener, "");
    }
}
