package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.FrameSink;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the MAC addresses of backends, and the segment's knowledge of who owns a VIP. Safe for use from any thread: what
 * is asked of it is done by its own thread {@code carom-neighbor}, which alone changes its state.
 */
public final class Neighbors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbors.class);
    static final long TICK_NANOS = Duration.ofMillis(20).toNanos();

    /** VIPs a tick: 2,500 a second, so that a take-over of 1,000 is told within half a second. */
    static final int ANNOUNCEMENTS_PER_TICK = 50;

    private static final int CHALLENGES_PER_TICK = 1;

    private final NeighborTable table = new NeighborTable();
    private final Announcements announcements = new Announcements();
    private final Sentinel sentinel = new Sentinel();
    private final Claimants claimants = new Claimants(table);
    private final FreeVips freeVips;
    private final Questions questions;
    private final SolicitedNodes solicitedNodes = new SolicitedNodes();
    private final ControlFrames frames;
    private final NeighborEvents events;
    private Segments segments = Segments.NONE;
    private final DuplicateProbes duplicateProbes = new DuplicateProbes();
    private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("carom-neighbor").unstarted(this::run);
    private volatile List<NeighborTable.Known> known = List.of();
    private volatile Set<IpAddress> doubted = Set.of();
    private volatile boolean stopped;
    private long tickAt = System.nanoTime();

    /** Nothing is asked or told before {@link #attach}. */
    public Neighbors(ControlFrames frames, FrameSink sink, NeighborEvents events) {
        this.frames = frames;
        this.events = events;
        questions = new Questions(sink);
        freeVips = new FreeVips(claimants, events);
        thread.start();
    }

    /**
     * Replaces the segments. A link that came, came back or changed its MAC has to learn: backends are asked for and
     * VIPs announced at once.
     */
    public void attach(List<Segment> present) {
        Segments now = new Segments(present);
        request(() -> {
            boolean otherWire = !now.looksLike(segments);
            segments = now;
            questions.attach(now);
            if (otherWire) {
                solicitedNodes.attach(now.clientLinks());
                announcements.restart(System.nanoTime());
                table.askAll(System.nanoTime());
            }
        });
    }

    /** Replaces the MACs by which the group's other nodes are known. */
    public void meet(Map<MacAddress, UUID> nodes) {
        Map<MacAddress, UUID> met = Map.copyOf(nodes);
        request(() -> claimants.meet(met));
    }

    /** Replaces the set of backends to resolve; new ones are asked for at once, and all of them about 3 times a second. */
    public void resolve(Collection<NeighborTarget> targets) {
        List<NeighborTarget> wanted = List.copyOf(targets);
        request(() -> tell(table.resolve(wanted, System.nanoTime())));
    }

    /** What is known now; the age is counted to this moment. */
    public List<NeighborLearned> known() {
        long now = System.nanoTime();
        return known.stream()
                .map(one -> new NeighborLearned(one.backend(), one.mac(), Duration.ofNanos(now - one.confirmedAt())))
                .toList();
    }

    /**
     * Those of these VIPs that nobody else has; the segment is asked about the others, and of each that turns out to be
     * free {@link NeighborEvents#free} tells. A VIP that is asked for no longer must be proven anew.
     */
    public Set<IpAddress> provenFree(Set<IpAddress> vips) {
        if (!vips.equals(doubted)) {
            Set<IpAddress> asked = Set.copyOf(vips);
            doubted = asked;
            request(() -> freeVips.ask(asked, System.nanoTime()));
        }
        return freeVips.among(vips);
    }

    /** Tells the segment that these VIPs live here: a burst, then a slow refresh until released. Idempotent. */
    public void announce(Set<IpAddress> vips) {
        Set<IpAddress> taken = Set.copyOf(vips);
        request(() -> {
            solicitedNodes.join(taken);
            announcements.add(taken, System.nanoTime());
            sentinel.add(taken, System.nanoTime());
        });
    }

    /** Falls silent about these VIPs. */
    public void release(Set<IpAddress> vips) {
        Set<IpAddress> released = Set.copyOf(vips);
        request(() -> {
            announcements.remove(released);
            solicitedNodes.leave(released);
            sentinel.remove(released);
        });
    }

    /** Whether this MAC asked whether the address is free, as hosts do before they take one, and did not get it since. */
    public boolean duplicateProbeSeen(IpAddress address, MacAddress mac) {
        return duplicateProbes.seen(address, mac);
    }

    /** This MAC is known to hold the address since then: what it asked before is over. */
    public void held(IpAddress address, MacAddress mac, Instant since) {
        duplicateProbes.held(address, mac, since);
    }

    private void request(Runnable request) {
        requests.add(request);
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!stopped) {
            try {
                turn();
            } catch (RuntimeException defect) {
                LOG.error("Neighbours: a turn failed", defect);
            }
        }
    }

    private void turn() {
        ControlFrames.ControlFrame frame = frames.poll(TICK_NANOS);
        if (frame != null) {
            hear(frame);
        }
        for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
            request.run();
        }
        long now = System.nanoTime();
        if (now - tickAt >= 0) {
            tickAt = now + TICK_NANOS;
            tick(now);
        }
    }

    /** Apart from the turns, which come as fast as control frames do: this is what limits our own rate. */
    private void tick(long now) {
        for (NeighborTable.Probe probe : table.due(now)) {
            questions.ask(probe);
            probe.silent().forEach(backend -> events.silent(backend, probe.unanswered()));
        }
        announcements.due(now, ANNOUNCEMENTS_PER_TICK).forEach(questions::announce);
        sentinel.due(now, CHALLENGES_PER_TICK).forEach(questions::challenge);
        sentinel.ripe(now).forEach(events::found);
        freeVips.due(now).forEach(questions::challenge);
        freeVips.conclude(now);
    }

    private void hear(ControlFrames.ControlFrame frame) {
        int vlanId = VlanTag.idOf(frame.bytes());
        byte[] untagged = VlanTag.strip(frame.bytes());
        duplicateProbes.heard(untagged, Instant.now());
        Claim.of(untagged)
                .filter(claim -> segments.concerns(frame.interfaceIndex(), vlanId, claim.address()))
                .ifPresent(this::heard);
    }

    private void heard(Claim claim) {
        long now = System.nanoTime();
        tell(table.heard(claim, now));
        if (!segments.ownMacs().contains(claim.mac())) {
            freeVips.heard(claim);
            sentinel.heard(claim, claimants.of(claim.mac()), now);
        }
    }

    /** What is told can also be read from the moment it is told. */
    private void tell(List<NeighborLearned> learned) {
        known = table.known();
        learned.forEach(events::learned);
    }

    /** Falls silent about everything; returns when the thread has ended. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
            solicitedNodes.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
