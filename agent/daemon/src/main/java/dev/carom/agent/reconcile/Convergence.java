package dev.carom.agent.reconcile;

import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.HostLinks;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.ForwardingTableCompiler;
import dev.carom.agent.forwarding.ForwardingTableCompiler.Compilation;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.MaglevTables;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.MacAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the data path, the neighbours and the health checks follow what is known: computes what should be, compares,
 * and acts on the difference. Owned by the reconciler's thread; {@link #running} may be read by any.
 */
public final class Convergence {
    private static final Logger LOG = LoggerFactory.getLogger(Convergence.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** What the reconciler acts on, and through. */
    public record Surroundings(
            NodeIdentity identity,
            DataPath dataPath,
            NeighborTable neighbors,
            HealthSource health,
            Outcomes outcomes,
            Findings findings) {}

    private final Surroundings surroundings;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final FirstClaims firstClaims;
    private final TakeOver takeOver = new TakeOver();
    private final MaglevTables maglevTables = new MaglevTables();
    private final Announcer announcer;
    private final LocalVips localVips;
    private final Roles roles;
    private final Verification verification;

    private NodeState known = NodeState.EMPTY;
    private Optional<RevisionedState> current = Optional.empty();
    private List<Segment> segments = List.of();
    private List<DesiredState.Node> group = List.of();
    private @Nullable Inputs applied;
    private List<ResourceError> errors = List.of();
    private OptionalLong staleAtNanos = OptionalLong.empty();
    private OptionalLong retryAtNanos = OptionalLong.empty();
    private volatile Running running = Running.NOTHING;

    public Convergence(Surroundings surroundings, Clock clock, LongSupplier nanoTime) {
        this.surroundings = surroundings;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.firstClaims = new FirstClaims(surroundings.neighbors());
        this.announcer = new Announcer(surroundings.neighbors());
        this.localVips = new LocalVips(surroundings.findings());
        this.roles = new Roles(clock);
        this.verification = new Verification(surroundings.dataPath());
    }

    public Running running() {
        return running;
    }

    /** Acts on these events. Returns when to be called again without one, on the monotonic clock. */
    OptionalLong step(List<Event> events) {
        events.forEach(event -> known = known.after(event, clock.instant()));
        if (known.state().isEmpty()) {
            return OptionalLong.empty();
        }
        RevisionedState wanted = known.state().orElseThrow();
        attach(wanted.desired());
        if (current.filter(wanted::equals).isPresent()) {
            follow(wanted);
        } else {
            adopt(wanted);
        }
        verify();
        publish();
        return Deadlines.earliest(takeOver.nextNanos(), staleAtNanos, retryAtNanos, verification.nextNanos());
    }

    /** A new state: the node goes on with the one before when it cannot be applied. */
    private void adopt(RevisionedState wanted) {
        try {
            resolve(wanted);
            converge(wanted, inputs(wanted));
        } catch (RuntimeException failure) {
            LOG.error("revision {} was not applied: {}", wanted.id(), failure.getMessage(), failure);
            String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
            surroundings.outcomes().rejected(wanted, new ResourceError("", "NOT_APPLIED", message));
            goBack();
            return;
        }
        current = Optional.of(wanted);
        surroundings.health().apply(wanted.desired(), inputs(wanted).interfaces());
        errors = allErrors(wanted, errors);
        surroundings.outcomes().applied(wanted, errors);
        LOG.info(
                "revision {} applied: {} VIPs, {} left out",
                wanted.id(),
                wanted.desired().vips().size(),
                errors.size());
        verification.expect(wanted, errors, nanoTime.getAsLong());
        followJudgements();
    }

    /** Something around the current state changed, or time did. */
    private void follow(RevisionedState wanted) {
        Inputs inputs = inputs(wanted);
        long now = nanoTime.getAsLong();
        if (inputs.equals(applied) && !Deadlines.isPast(staleAtNanos, now) && !Deadlines.isPast(retryAtNanos, now)) {
            return;
        }
        try {
            converge(wanted, inputs);
            errors = allErrors(wanted, errors);
        } catch (RuntimeException failure) {
            LOG.error("the table was not applied, again in {} s: {}", RETRY.toSeconds(), failure.getMessage(), failure);
            retryAtNanos = OptionalLong.of(nanoTime.getAsLong() + RETRY.toNanos());
        }
    }

    private void converge(RevisionedState wanted, Inputs inputs) {
        announcer.releaseAllBut(wanted.desired(), inputs.ownedVips());
        Compilation compilation =
                ForwardingTableCompiler.compile(wanted.desired(), inputs.view(clock.instant()), maglevTables);
        surroundings.dataPath().apply(compilation.table());
        verification.applied(compilation.table());
        announcer.announce(compilation.table().ownedVips());
        applied = inputs;
        errors = compilation.errors();
        retryAtNanos = OptionalLong.empty();
        staleAtNanos = Deadlines.toNanos(compilation.staleAt(), clock.instant(), nanoTime.getAsLong());
    }

    /** A network's segments may change with the state, with the links, and with the node's addresses. */
    private void attach(DesiredState desired) {
        UUID node = surroundings.identity().in(desired).orElse(Inputs.STRANGER);
        if (!desired.nodes().equals(group)) {
            group = desired.nodes();
            Map<MacAddress, UUID> nodes = new HashMap<>();
            group.forEach(member -> member.macs().forEach(mac -> nodes.put(mac, member.id())));
            surroundings.neighbors().meet(nodes);
        }
        List<Segment> present = NodeSegments.of(surroundings.dataPath().links(), desired, node);
        if (!present.equals(segments)) {
            segments = present;
            surroundings.neighbors().attach(present);
        }
    }

    private void resolve(RevisionedState wanted) {
        surroundings.neighbors().resolve(Resolution.targets(wanted.desired()));
        known = known.withNeighbors(Observed.neighbors(surroundings.neighbors().known()));
    }

    private void goBack() {
        known = known.withState(current);
        current.ifPresent(this::resolve);
    }

    /** A check whose monitor changed starts anew as UNKNOWN, of which no event tells. */
    private void followJudgements() {
        List<HealthState> judged = surroundings.health().snapshot();
        known = known.withHealth(Observed.health(judged), clock.instant());
        current.ifPresent(this::follow);
    }

    private Inputs inputs(RevisionedState wanted) {
        DesiredState desired = wanted.desired();
        Optional<UUID> node = surroundings.identity().in(desired);
        HostLinks links = surroundings.dataPath().links();
        Set<UUID> entitled = known.eligible()
                ? node.map(id -> new HashSet<>(Ownership.vips(desired, id))).orElseGet(HashSet::new)
                : new HashSet<>();
        entitled.removeAll(localVips.follow(desired, links.addresses()));
        Set<UUID> resolved = Resolution.resolvedVips(desired, known.neighbors().keySet());
        return new Inputs(
                node.orElse(Inputs.STRANGER),
                InterfaceNetworks.match(links.attached(), desired.networks()),
                known.health(),
                known.returns().since(),
                known.neighbors(),
                takeOver.advance(entitled, firstClaims.claimable(desired, entitled), resolved, nanoTime.getAsLong()));
    }

    private List<ResourceError> allErrors(RevisionedState wanted, List<ResourceError> compiled) {
        List<ResourceError> all = new ArrayList<>(wanted.errors());
        all.addAll(compiled);
        all.addAll(surroundings.health().errors());
        return List.copyOf(all);
    }

    private void verify() {
        verification
                .check(nanoTime.getAsLong())
                .ifPresent(proven -> surroundings.outcomes().verified(proven.state(), proven.errors()));
    }

    private void publish() {
        Inputs inputs = applied;
        if (inputs != null && current.isPresent()) {
            DesiredState desired = current.orElseThrow().desired();
            running = new Running(
                    current,
                    errors,
                    announcer.announced(),
                    roles.follow(desired, inputs.node(), known.eligible()),
                    Optional.of(inputs.view(clock.instant())),
                    verification.isDone());
            tellIfStranger(inputs);
        }
    }

    private void tellIfStranger(Inputs inputs) {
        if (!inputs.node().equals(Inputs.STRANGER)) {
            surroundings.findings().close(FindingCode.UNKNOWN_NODE, "");
            return;
        }
        surroundings
                .findings()
                .open(
                        FindingCode.UNKNOWN_NODE,
                        "",
                        "The node group does not know this node",
                        "no node is called " + surroundings.identity().name(),
                        "Create the node, or set CAROM_NODE_NAME to the name it has");
    }
}
