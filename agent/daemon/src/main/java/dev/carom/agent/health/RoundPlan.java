package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.packet.IpAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rounds that a set of checks needs: one for each service, and where several VIPs share one, another for each VIP's
 * presence. What is asked alike before and after stays the same round.
 */
final class RoundPlan {
    private final Map<Round.Key, Round> before;
    private final Function<HealthMonitor, Prober> probers;
    private final Clock clock;
    private final Map<Round.Key, Round> after = new LinkedHashMap<>();

    RoundPlan(Map<Round.Key, Round> before, Function<HealthMonitor, Prober> probers, Clock clock) {
        this.before = before;
        this.probers = probers;
        this.clock = clock;
    }

    /** Retires what is no longer asked. */
    Map<Round.Key, Round> follow(Collection<Check> checks) {
        Map<Round.Key, Map<IpAddress, List<Check>>> services = new LinkedHashMap<>();
        for (Check check : checks) {
            services.computeIfAbsent(keyOf(check.target()), key -> new LinkedHashMap<>())
                    .computeIfAbsent(check.target().address(), address -> new ArrayList<>())
                    .add(check);
        }
        services.forEach((key, byAddress) ->
                plan(key, byAddress.values().stream().map(Passage::new).toList()));
        before.values().stream()
                .filter(round -> after.get(round.key()) != round)
                .forEach(Round::retire);
        return after;
    }

    static Round.Key keyOf(Target target) {
        Target.Key key = target.key();
        return new Round.Key(key.backend(), key.path(), target.port(), Optional.empty());
    }

    private void plan(Round.Key key, List<Passage> passages) {
        Round known = before.get(key);
        if (known != null
                && known.asked() instanceof Service service
                && service.passages().equals(passages)) {
            after.put(key, known);
        } else {
            Optional.ofNullable(known).ifPresent(Round::retire);
            add(key, new Service(passages, clock.instant()), passages.getFirst());
        }
        if (passages.size() > 1) {
            passages.forEach(passage -> planPresence(key, passage));
        }
    }

    private void planPresence(Round.Key service, Passage passage) {
        Optional<IpAddress> vip = Optional.of(passage.target().address());
        Round.Key key = new Round.Key(service.backend(), service.path(), service.port(), vip);
        Round known = before.get(key);
        Presence presence = new Presence(passage);
        if (known != null && known.asked().equals(presence)) {
            after.put(key, known);
        } else {
            add(key, presence, passage);
        }
    }

    private void add(Round.Key key, Asked asked, Passage passage) {
        after.put(key, new Round(key, asked, probers.apply(passage.target().monitor()), clock));
    }
}
