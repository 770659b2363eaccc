package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.VirtualRouter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which virtual routers, and so which VIPs, a node owns: those that give it the highest priority. */
final class Ownership {
    /** Equal priorities go to the higher id, so that all nodes agree. */
    private static final Comparator<Map.Entry<UUID, Integer>> PRIORITY =
            Map.Entry.<UUID, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey());

    private Ownership() {}

    static Set<UUID> vips(DesiredState desired, UUID node) {
        Set<UUID> owned = new HashSet<>();
        desired.virtualRouters().stream()
                .filter(router -> owns(router, node))
                .forEach(router -> owned.addAll(router.vips()));
        desired.vips().stream()
                .filter(vip -> vip.state() == DesiredState.AdminState.DISABLED)
                .forEach(vip -> owned.remove(vip.id()));
        return owned;
    }

    static boolean owns(VirtualRouter router, UUID node) {
        Optional<UUID> highest =
                router.priorityByNode().entrySet().stream().max(PRIORITY).map(Map.Entry::getKey);
        return highest.filter(node::equals).isPresent();
    }
}
