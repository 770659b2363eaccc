package dev.carom.controlplane.pool;

import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.ResourceType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How the nodes judge whether a backend works; pools share it. */
@Entity
public class HealthMonitor extends Resource {
    @Enumerated(EnumType.STRING)
    private MonitorType type;

    @Enumerated(EnumType.STRING)
    private MonitorPath path;

    private long intervalMs;
    private int jitterPercent;
    private long timeoutMs;
    private int rise;
    private int fall;
    private int port;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable HttpCheck http;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable UdpCheck udp;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected HealthMonitor() {}

    @SuppressWarnings("NullAway.Init") // change() fills the rest.
    public HealthMonitor(UUID id, HealthMonitorSpec spec, Instant now) {
        super(id, spec.name(), spec.labels(), now);
        change(spec, now);
    }

    /** @throws dev.carom.controlplane.problem.InvalidResource if the content breaks a rule */
    public final void change(HealthMonitorSpec spec, Instant now) {
        spec.check();
        rename(spec.name(), spec.labels(), now);
        type = spec.type();
        path = spec.path();
        intervalMs = spec.intervalMs();
        jitterPercent = spec.jitterPercent();
        timeoutMs = spec.timeoutMs();
        rise = spec.rise();
        fall = spec.fall();
        port = spec.port();
        http = spec.http();
        udp = spec.udp();
    }

    public HealthMonitorSpec spec() {
        return new HealthMonitorSpec(
                name(), labels(), type, path, intervalMs, jitterPercent, timeoutMs, rise, fall, port, http, udp);
    }

    @Override
    public ResourceType type() {
        return ResourceType.HEALTH_MONITOR;
    }

    @Override
    public HealthMonitorSpec content() {
        return spec();
    }
}
