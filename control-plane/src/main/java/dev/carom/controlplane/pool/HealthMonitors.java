package dev.carom.controlplane.pool;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.ByIds;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Resources;
import dev.carom.controlplane.resource.Revised;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Changes health monitors. */
@Service
public class HealthMonitors implements Resources<HealthMonitor, HealthMonitorSpec> {
    private final Configuration configuration;
    private final HealthMonitorRepository monitors;
    private final PoolRepository pools;
    private final Clock clock;

    HealthMonitors(Configuration configuration, HealthMonitorRepository monitors, PoolRepository pools, Clock clock) {
        this.configuration = configuration;
        this.monitors = monitors;
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public HealthMonitor find(UUID id) {
        return monitors.findById(id).orElseThrow(() -> new NotFound("health monitor", id));
    }

    @Override
    public List<HealthMonitor> findAll(Collection<UUID> ids) {
        return ByIds.of(monitors, ids);
    }

    /** @throws AlreadyThere if there is one with this id */
    public Revised<HealthMonitor> create(UUID id, HealthMonitorSpec spec) {
        return configuration.change(log -> {
            if (monitors.existsById(id)) {
                throw new AlreadyThere("health monitor", id);
            }
            HealthMonitor monitor = new HealthMonitor(id, spec, clock.instant());
            log.creating(monitor);
            return monitors.save(monitor);
        });
    }

    @Override
    public Revised<HealthMonitor> change(UUID id, ExpectedVersion expected, UnaryOperator<HealthMonitorSpec> edit) {
        return configuration.change(log -> {
            HealthMonitor monitor = find(id);
            expected.check(monitor);
            HealthMonitorSpec wanted = edit.apply(monitor.spec());
            if (!wanted.equals(monitor.spec())) {
                log.changing(monitor);
                monitor.change(wanted, clock.instant());
            }
            return monitor;
        });
    }

    public Revised<HealthMonitor> delete(UUID id, ExpectedVersion expected) {
        return configuration.change(log -> {
            HealthMonitor monitor = find(id);
            expected.check(monitor);
            List<String> users = pools.namesByHealthMonitor(id);
            if (!users.isEmpty()) {
                throw new Conflict(
                        "HEALTH_MONITOR_IN_USE",
                        "Health monitor " + monitor.name() + " judges the backends of: " + String.join(", ", users)
                                + ". Give those pools another monitor, or none, first.");
            }
            log.deleting(monitor);
            monitors.delete(monitor);
            return monitor;
        });
    }
}
