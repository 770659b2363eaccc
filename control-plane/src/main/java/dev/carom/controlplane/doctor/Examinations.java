package dev.carom.controlplane.doctor;

import dev.carom.controlplane.command.Answer;
import dev.carom.controlplane.command.Commands;
import dev.carom.controlplane.command.Diagnosis;
import dev.carom.controlplane.command.HeardAnswer;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.Outcome;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendRepository;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.ListenerRepository;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts diagnoses and follows them to their end. */
@Component
public class Examinations {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final VipRepository vips;
    private final ListenerRepository listeners;
    private final BackendRepository backends;
    private final Owners owners;
    private final Commands commands;
    private final ExaminationStore store;
    private final Events events;
    private final Actors actors;
    private final Clock clock;

    Examinations(
            VipRepository vips,
            ListenerRepository listeners,
            BackendRepository backends,
            Owners owners,
            Commands commands,
            ExaminationStore store,
            Events events,
            Actors actors,
            Clock clock) {
        this.vips = vips;
        this.listeners = listeners;
        this.backends = backends;
        this.owners = owners;
        this.commands = commands;
        this.store = store;
        this.events = events;
        this.actors = actors;
        this.clock = clock;
    }

    /** All backends of the VIP. */
    @Transactional
    public Examination ofVip(UUID id) {
        Vip vip = vips.findById(id).orElseThrow(() -> new NotFound("VIP", id));
        Set<UUID> pools = listeners.findByVipIdIn(List.of(id)).stream()
                .map(listener -> listener.spec().poolId())
                .collect(Collectors.toSet());
        return start("vips/" + id, List.of(vip), backends.findByPoolIdIn(pools), false);
    }

    /** The backend, through each VIP that leads to it. */
    @Transactional
    public Examination ofBackend(UUID id) {
        Backend backend = backends.findById(id).orElseThrow(() -> new NotFound("backend", id));
        Set<UUID> reaching =
                listeners
                        .findAll((root, query, criteria) -> criteria.equal(root.get("poolId"), backend.poolId()))
                        .stream()
                        .map(Listener::vipId)
                        .collect(Collectors.toSet());
        if (reaching.isEmpty()) {
            throw new Conflict(
                    "NOT_IN_USE", "No listener leads to this backend: there is no VIP to examine it through.");
        }
        return start("backends/" + id, vips.findAllById(reaching), List.of(backend), true);
    }

    private Examination start(String resource, List<Vip> through, List<Backend> examined, boolean named) {
        Map<UUID, List<Vip>> byNode = owners.of(through);
        if (byNode.isEmpty()) {
            throw new Conflict(
                    "NO_NODE_CONNECTED", "No node of the VIP's group is connected: there is nobody to examine it.");
        }
        UUID id = UUID.randomUUID();
        store.start(id, resource, actors.current(), clock.instant());
        byNode.forEach((node, owned) -> {
            Order order = new Order.Diagnose(
                    owned.stream().map(Vip::id).collect(Collectors.toSet()),
                    named ? examined.stream().map(Backend::id).collect(Collectors.toSet()) : Set.of(),
                    examined.stream()
                            .collect(Collectors.toMap(
                                    Backend::id, backend -> backend.spec().platform())));
            store.add(id, commands.send(node, order, LIMIT), node);
        });
        tell(id, "started: " + resource);
        return find(id);
    }

    public Examination find(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("diagnosis", id));
    }

    /** The newest first. */
    public List<Examination> list(int limit) {
        return store.list(limit);
    }

    @EventListener
    void heard(HeardAnswer heard) {
        switch (heard.answer()) {
            case Answer.Progress(String text) ->
                store.progress(heard.command(), text).ifPresent(id -> tell(id, text));
            case Answer.Result(Outcome outcome) -> ended(heard, outcome).ifPresent(id -> tell(id, "done"));
            case Answer.Failure(String code, String message) ->
                store.fail(heard.command(), code, message, clock.instant())
                        .ifPresent(id -> tell(id, "failed: " + message));
        }
    }

    private Optional<UUID> ended(HeardAnswer heard, Outcome outcome) {
        return outcome instanceof Diagnosis diagnosis
                ? store.end(heard.command(), diagnosis, clock.instant())
                : Optional.empty();
    }

    private void tell(UUID id, String text) {
        events.publish(new Happening("diagnosis.progress", "diagnoses", id, text));
    }
}
