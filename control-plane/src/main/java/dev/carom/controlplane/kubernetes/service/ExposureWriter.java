package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.pool.BackendSet;
import dev.carom.controlplane.pool.HealthMonitors;
import dev.carom.controlplane.pool.Pools;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.vip.Listeners;
import dev.carom.controlplane.vip.Vips;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Puts what a Service gets in place, by the same services that REST calls, in one revision. */
@Component
class ExposureWriter {
    private static final ExpectedVersion ANY = new ExpectedVersion(Set.of());

    private final Configuration configuration;
    private final HealthMonitors monitors;
    private final Pools pools;
    private final BackendSet backends;
    private final Vips vips;
    private final Listeners listeners;

    ExposureWriter(
            Configuration configuration,
            HealthMonitors monitors,
            Pools pools,
            BackendSet backends,
            Vips vips,
            Listeners listeners) {
        this.configuration = configuration;
        this.monitors = monitors;
        this.pools = pools;
        this.backends = backends;
        this.vips = vips;
        this.listeners = listeners;
    }

    /**
     * All of it, or nothing.
     *
     * @param reason the revision's message
     * @throws dev.carom.controlplane.problem.InvalidResource if it breaks a rule
     * @throws dev.carom.controlplane.problem.Conflict if it stands against something else
     */
    void put(String reason, Exposure present, Exposure wanted) {
        configuration.change(reason, log -> {
            // What others stand on comes first and goes last.
            gone(present.listeners(), wanted.listeners(), id -> listeners.delete(id, ANY));
            gone(present.vips(), wanted.vips(), id -> vips.delete(id, ANY));
            each(
                    present.monitors(),
                    wanted.monitors(),
                    monitors::create,
                    (id, spec) -> monitors.change(id, ANY, there -> spec));
            each(present.pools(), wanted.pools(), pools::create, (id, spec) -> pools.change(id, ANY, there -> spec));
            wanted.backends().forEach((pool, specs) -> {
                if (!specs.equals(present.backends().getOrDefault(pool, List.of()))) {
                    backends.replace(pool, ANY, specs, false);
                }
            });
            each(present.vips(), wanted.vips(), vips::create, (id, spec) -> vips.change(id, ANY, there -> spec));
            each(
                    present.listeners(),
                    wanted.listeners(),
                    (id, listener) -> listeners.create(id, listener.vip(), listener.spec()),
                    (id, listener) -> listeners.change(id, ANY, there -> listener.spec()));
            gone(present.pools(), wanted.pools(), id -> pools.delete(id, ANY));
            gone(present.monitors(), wanted.monitors(), id -> monitors.delete(id, ANY));
            return wanted;
        });
    }

    private static <S> void gone(Map<UUID, S> present, Map<UUID, S> wanted, Consumer<UUID> delete) {
        present.keySet().stream().filter(id -> !wanted.containsKey(id)).forEach(delete);
    }

    private static <S> void each(
            Map<UUID, S> present, Map<UUID, S> wanted, BiConsumer<UUID, S> create, BiConsumer<UUID, S> change) {
        wanted.forEach((id, spec) -> {
            S there = present.get(id);
            if (there == null) {
                create.accept(id, spec);
            } else if (!there.equals(spec)) {
                change.accept(id, spec);
            }
        });
    }
}
