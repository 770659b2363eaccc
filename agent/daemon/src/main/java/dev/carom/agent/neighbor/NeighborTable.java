package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The MAC addresses of the wanted backends, and when to ask for them again. Pure: times are monotonic nanoseconds. */
final class NeighborTable {
    /** Two unanswered questions after a change, and the third goes to everybody: within a second. */
    private static final long PROBE_INTERVAL = Duration.ofMillis(300).toNanos();

    private static final long SILENT_AFTER = Duration.ofMillis(500).toNanos();

    /** Four questions, 1.2 s: one or two may be lost on a busy wire. */
    private static final int SIGNALLED_FROM = 4;

    private final Map<IpAddress, Entry> entries = new HashMap<>();

    private static final class Entry {
        private Set<UUID> backends = Set.of();
        private Optional<MacAddress> mac = Optional.empty();
        private long confirmedAt;
        private long probeAt;
        private int unanswered;
    }

    /**
     * A question to send.
     *
     * @param last set while it still answers, and then asked alone
     * @param silent the backends there that were known and have left {@code unanswered} questions since
     */
    record Probe(IpAddress address, Optional<MacAddress> last, Set<UUID> silent, int unanswered) {
        Probe {
            silent = Set.copyOf(silent);
        }
    }

    /** What is known of one backend; {@code confirmedAt} on the monotonic clock. */
    record Known(UUID backend, MacAddress mac, long confirmedAt) {}

    /** Those that stay keep what is known of them. Returns what is known already of those that are new. */
    List<NeighborLearned> resolve(Collection<NeighborTarget> targets, long now) {
        Map<IpAddress, Set<UUID>> wanted = targets.stream()
                .collect(Collectors.groupingBy(
                        NeighborTarget::address,
                        Collectors.mapping(NeighborTarget::backend, Collectors.toUnmodifiableSet())));
        entries.keySet().retainAll(wanted.keySet());
        List<NeighborLearned> learned = new ArrayList<>();
        wanted.forEach((address, backends) -> {
            Entry entry = entries.computeIfAbsent(address, unknown -> startingAt(now));
            entry.mac.ifPresent(mac -> backends.stream()
                    .filter(backend -> !entry.backends.contains(backend))
                    .forEach(backend -> learned.add(learned(backend, mac, now - entry.confirmedAt))));
            entry.backends = backends;
        });
        return learned;
    }

    private static Entry startingAt(long now) {
        Entry entry = new Entry();
        entry.probeAt = now;
        return entry;
    }

    /** Takes a claim; what changed by it is returned. */
    List<NeighborLearned> heard(Claim claim, long now) {
        Entry entry = entries.get(claim.address());
        if (entry == null) {
            return List.of();
        }
        boolean changed = !entry.mac.equals(Optional.of(claim.mac()));
        entry.mac = Optional.of(claim.mac());
        entry.confirmedAt = now;
        entry.unanswered = 0;
        return changed
                ? entry.backends.stream()
                        .map(backend -> learned(backend, claim.mac(), 0))
                        .toList()
                : List.of();
    }

    /** The questions that are due; each is then due again an interval later. */
    List<Probe> due(long now) {
        List<Probe> probes = new ArrayList<>();
        entries.forEach((address, entry) -> {
            if (now - entry.probeAt >= 0) {
                entry.probeAt = now + PROBE_INTERVAL;
                probes.add(probe(address, entry, now));
                entry.unanswered++;
            }
        });
        return probes;
    }

    private static Probe probe(IpAddress address, Entry entry, long now) {
        boolean answers = entry.mac.isPresent() && now - entry.confirmedAt < SILENT_AFTER;
        boolean silent = entry.mac.isPresent() && entry.unanswered >= SIGNALLED_FROM;
        return new Probe(
                address, answers ? entry.mac : Optional.empty(), silent ? entry.backends : Set.of(), entry.unanswered);
    }

    /** The wire may have changed: everything is asked for again, without waiting for its turn. */
    void askAll(long now) {
        entries.values().forEach(entry -> entry.probeAt = now);
    }

    List<Known> known() {
        List<Known> known = new ArrayList<>();
        entries.values()
                .forEach(entry -> entry.mac.ifPresent(mac ->
                        entry.backends.forEach(backend -> known.add(new Known(backend, mac, entry.confirmedAt)))));
        return List.copyOf(known);
    }

    /** The backend that this MAC was last learned for. */
    Optional<UUID> backendAt(MacAddress mac) {
        return entries.values().stream()
                .filter(entry -> entry.mac.equals(Optional.of(mac)))
                .flatMap(entry -> entry.backends.stream())
                .sorted()
                .findFirst();
    }

    private static NeighborLearned learned(UUID backend, MacAddress mac, long ageNanos) {
        return new NeighborLearned(backend, mac, Duration.ofNanos(ageNanos));
    }
}
