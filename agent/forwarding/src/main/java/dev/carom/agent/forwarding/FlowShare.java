package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.forwarding.MaglevTable.Member;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Which share of a pool's flows a change of its backends would send elsewhere, by the tables that forward them. */
public final class FlowShare {
    private FlowShare() {}

    /** @param weight 0-256; without weight a backend takes no new flow */
    public record Weighted(UUID id, int weight) {}

    /**
     * The share, 0 to 1, of flows that keep no backend's memory and would choose another one after the change.
     *
     * @param key of the node group: another one spreads alike, though not to the same backends
     */
    public static double moved(HashKey key, List<Weighted> before, List<Weighted> after) {
        List<Weighted> old = members(before);
        List<Weighted> now = members(after);
        if (old.isEmpty() || now.isEmpty()) {
            return old.isEmpty() && now.isEmpty() ? 0 : 1;
        }
        MaglevTable oldTable = table(old, key);
        MaglevTable newTable = table(now, key);
        long moved = IntStream.range(0, MaglevTable.SIZE)
                .filter(slot -> !old.get(oldTable.candidateAt(slot))
                        .id()
                        .equals(now.get(newTable.candidateAt(slot)).id()))
                .count();
        return (double) moved / MaglevTable.SIZE;
    }

    private static List<Weighted> members(List<Weighted> backends) {
        return IdOrder.sorted(
                backends.stream().filter(backend -> backend.weight() > 0).toList(), Weighted::id);
    }

    private static MaglevTable table(List<Weighted> members, HashKey key) {
        return MaglevTable.of(
                members.stream()
                        .map(member -> new Member(member.id(), member.weight()))
                        .toList(),
                new SipHash(key));
    }
}
