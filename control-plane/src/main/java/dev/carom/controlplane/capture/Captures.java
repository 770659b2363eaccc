package dev.carom.controlplane.capture;

import dev.carom.controlplane.command.Answer;
import dev.carom.controlplane.command.CaptureOutcome;
import dev.carom.controlplane.command.Commands;
import dev.carom.controlplane.command.HeardAnswer;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.doctor.Owners;
import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.node.ConnectedNodes;
import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has owners of VIPs capture, and keeps the files: a few at once, and the newest few. */
@Component
public class Captures {
    private static final int AT_ONCE = 4;
    private static final int KEPT = 20;
    /** For the file's way here, beyond the capture's own time. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final VipRepository vips;
    private final ConnectedNodes nodes;
    private final Owners owners;
    private final Commands commands;
    private final CaptureStore store;
    private final Events events;
    private final Actors actors;
    private final Clock clock;

    Captures(
            VipRepository vips,
            ConnectedNodes nodes,
            Owners owners,
            Commands commands,
            CaptureStore store,
            Events events,
            Actors actors,
            Clock clock) {
        this.vips = vips;
        this.nodes = nodes;
        this.owners = owners;
        this.commands = commands;
        this.store = store;
        this.events = events;
        this.actors = actors;
        this.clock = clock;
    }

    @Transactional
    public Capture start(CaptureSpec spec) {
        spec.check();
        Vip vip = vips.findById(spec.vipId())
                .orElseThrow(() -> new InvalidResource("/vipId", "UNKNOWN_VIP", "There is no such VIP."));
        UUID node = owners.require(vip);
        Order order = new Order.Capture(vip.spec().address(), spec.filter(), spec.seconds(), spec.bytes());
        UUID id = send(
                node,
                vip.id(),
                order,
                new CaptureStore.Bounds(spec.filter(), spec.seconds(), spec.bytes()),
                "Frames of VIP " + vip.name() + " are captured");
        return find(id);
    }

    /** What the node's flight recorder has: control frames around its last state changes. */
    @Transactional
    public Capture recorded(UUID id) {
        Node node = nodes.require(id);
        return find(send(
                id,
                null,
                new Order.Recorded(),
                new CaptureStore.Bounds("", 0, CaptureSpec.MOST_BYTES),
                "The flight recorder of node " + node.name() + " is read"));
    }

    private UUID send(UUID node, @Nullable UUID vip, Order order, CaptureStore.Bounds bounds, String told) {
        if (store.running() >= AT_ONCE) {
            throw new Conflict(
                    "TOO_MANY_CAPTURES",
                    AT_ONCE + " captures run at once: wait until one is done, or delete one that runs.");
        }
        store.keepNewest(KEPT - 1);
        UUID command =
                commands.send(node, order, Duration.ofSeconds(bounds.seconds()).plus(GRACE));
        UUID id = UUID.randomUUID();
        store.add(id, command, node, vip, bounds, actors.current(), clock.instant());
        tell("capture.started", id, told);
        return id;
    }

    public Capture find(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("capture", id));
    }

    /** The newest first. */
    public List<Capture> list() {
        return store.list();
    }

    /** @throws Conflict if there is none, yet or for good */
    public byte[] file(UUID id) {
        Capture capture = find(id);
        return switch (capture.state()) {
            case DONE -> store.file(id);
            case RUNNING ->
                throw new Conflict("CAPTURE_RUNNING", "It runs for " + capture.seconds() + " s: ask when it is done.");
            case FAILED -> throw new Conflict("CAPTURE_FAILED", "It failed: " + capture.message());
        };
    }

    /** One that runs is stopped. */
    @Transactional
    public void delete(UUID id, ExpectedVersion expected) {
        expected.check(find(id).version());
        UUID command = store.remove(id).orElseThrow(() -> new NotFound("capture", id));
        commands.cancel(command);
    }

    @EventListener
    void heard(HeardAnswer heard) {
        switch (heard.answer()) {
            case Answer.Progress progress -> {}
            case Answer.Result result -> {
                switch (result.outcome()) {
                    case CaptureOutcome.Part(byte[] file) -> store.append(heard.command(), file);
                    case CaptureOutcome.End end ->
                        store.end(heard.command(), end, clock.instant())
                                .ifPresent(id -> tell("capture.ended", id, end.frames() + " frames were captured"));
                    default -> {
                        // Of another command.
                    }
                }
            }
            case Answer.Failure(String code, String message) ->
                store.fail(heard.command(), code, message, clock.instant())
                        .ifPresent(id -> tell("capture.ended", id, "A capture failed: " + message));
        }
    }

    private void tell(String type, UUID id, String text) {
        events.publish(new Happening(type, "captures", id, text));
    }
}
