package dev.carom.controlplane.pool;

import dev.carom.controlplane.config.ChangeLog;
import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Revised;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Replaces all backends of a pool in one revision; they are matched by name, and keep their ids. */
@Service
public class BackendSet {
    private final Configuration configuration;
    private final BackendRepository backends;
    private final Pools pools;
    private final JdbcClient sql;
    private final Clock clock;

    BackendSet(Configuration configuration, BackendRepository backends, Pools pools, JdbcClient sql, Clock clock) {
        this.configuration = configuration;
        this.backends = backends;
        this.pools = pools;
        this.sql = sql;
        this.clock = clock;
    }

    /** By name, without those that depart. */
    public List<Backend> of(UUID pool) {
        return backends.findByPoolIdIn(List.of(pools.find(pool).id())).stream()
                .filter(backend -> !backend.departing())
                .sorted(Comparator.comparing(Backend::name))
                .toList();
    }

    /** Changes when any of them does, or when one comes or goes. */
    public static long version(List<Backend> set) {
        long version = 17;
        for (Backend backend : set) {
            version = 31 * version + backend.id().hashCode() + 7 * backend.version();
        }
        return version & 0xffff_ffff_ffffL;
    }

    /** @param additiveOnly whether those that are not wanted stay, rather than depart */
    public Revised<List<Backend>> replace(
            UUID poolId, ExpectedVersion expected, List<BackendSpec> wanted, boolean additiveOnly) {
        checkTogether(wanted);
        return configuration.change(log -> {
            // Two backends may change places: names and addresses are compared at the end.
            sql.sql("SET CONSTRAINTS ALL DEFERRED").update();
            Pool pool = pools.find(poolId);
            List<Backend> present = of(poolId);
            expected.check(version(present));
            List<Backend> result = put(log, pool, present, wanted);
            Set<Backend> kept = new HashSet<>(result);
            present.stream().filter(backend -> !kept.contains(backend)).forEach(backend -> {
                if (additiveOnly) {
                    result.add(backend);
                } else {
                    log.changing(backend);
                    backend.depart(pool, clock.instant());
                }
            });
            log.recheck(new Recheck(Recheck.Subject.POOL, poolId, "/backends"));
            result.sort(Comparator.comparing(Backend::name));
            return result;
        });
    }

    private List<Backend> put(ChangeLog log, Pool pool, List<Backend> present, List<BackendSpec> wanted) {
        Map<String, Backend> byName = present.stream().collect(Collectors.toMap(Backend::name, Function.identity()));
        Instant now = clock.instant();
        List<Backend> result = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            try {
                result.add(put(log, pool, byName.get(wanted.get(i).name()), wanted.get(i), now));
            } catch (InvalidResource e) {
                String at = "/backends/" + i;
                e.violations().forEach(each -> violations.add(each.below(at)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidResource(violations);
        }
        return result;
    }

    private Backend put(ChangeLog log, Pool pool, @Nullable Backend present, BackendSpec wanted, Instant now) {
        if (present == null) {
            Backend backend = new Backend(UUID.randomUUID(), pool, wanted, now);
            log.creating(backend);
            return backends.save(backend);
        }
        if (!wanted.equals(present.spec())) {
            log.changing(present);
            present.change(pool, wanted, now);
        }
        return present;
    }

    private static void checkTogether(List<BackendSpec> wanted) {
        Violations violations = new Violations();
        Set<Object> taken = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            BackendSpec spec = wanted.get(i);
            violations.unless(
                    taken.add(spec.name()),
                    "/backends/" + i + "/name",
                    "NAME_TAKEN",
                    "Two backends are called " + spec.name() + ": they are told apart by name.");
            violations.unless(
                    taken.add(spec.address()),
                    "/backends/" + i + "/address",
                    "ADDRESS_TAKEN",
                    "Two backends have the address " + spec.address() + ": raise one's weight instead.");
        }
        violations.refuse();
    }
}
