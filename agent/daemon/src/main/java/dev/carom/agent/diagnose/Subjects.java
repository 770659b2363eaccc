package dev.carom.agent.diagnose;

import dev.carom.agent.diagnose.Subject.Service;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.DesiredState.Vip;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which backends are reached through which VIPs. */
final class Subjects {
    private Subjects() {}

    /** Disabled VIPs, listeners and backends are not looked at; nor is a backend of another family than its VIP. */
    static List<Subject> of(DesiredState state, Request request) {
        List<Subject> subjects = new ArrayList<>();
        for (Vip vip : state.vips()) {
            if (vip.state() == AdminState.DISABLED || !request.wantsVip(vip.id())) {
                continue;
            }
            List<Listener> listeners = state.listeners().stream()
                    .filter(listener -> listener.vip().equals(vip.id()) && listener.state() != AdminState.DISABLED)
                    .toList();
            Set<Integer> listening = listeners.stream()
                    .flatMap(listener -> listener.ports().stream())
                    .flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()))
                    .boxed()
                    .collect(Collectors.toSet());
            for (Pool pool : state.pools()) {
                List<Service> services = services(listeners, pool.id());
                if (!services.isEmpty()) {
                    pool.backends().stream()
                            .filter(backend -> isWanted(backend, vip, request))
                            .map(backend -> new Subject(
                                    vip,
                                    backend,
                                    services,
                                    listening,
                                    request.platforms().getOrDefault(backend.id(), Platform.LINUX)))
                            .forEach(subjects::add);
                }
            }
        }
        return List.copyOf(subjects);
    }

    private static boolean isWanted(Backend backend, Vip vip, Request request) {
        return backend.state() != AdminState.DISABLED
                && backend.state() != AdminState.DEPARTING
                && backend.address().isIpv4() == vip.address().isIpv4()
                && request.wantsBackend(backend.id());
    }

    private static List<Service> services(List<Listener> listeners, UUID pool) {
        return listeners.stream()
                .filter(listener ->
                        listener.pool().equals(pool) && !listener.ports().isEmpty())
                .map(listener -> new Service(
                        listener.protocol(), listener.ports().getFirst().first()))
                .distinct()
                .toList();
    }
}
