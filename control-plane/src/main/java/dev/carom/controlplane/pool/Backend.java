package dev.carom.controlplane.pool;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.MacAddress;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.ResourceType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A server of one pool. Deleted, it departs: its flows have until the drain deadline. */
@Entity
public class Backend extends Resource {
    @Column(updatable = false)
    private UUID poolId;

    @ColumnTransformer(read = "host(address)", write = "?::inet")
    private IpAddress address;

    @ColumnTransformer(read = "mac::text", write = "?::macaddr")
    private @Nullable MacAddress mac;

    private int weight;

    @Enumerated(EnumType.STRING)
    private AdminState adminState;

    private boolean departing;
    private @Nullable Instant drainDeadline;

    @Enumerated(EnumType.STRING)
    private BackendKind kind;

    private boolean forwardsForOthers;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Backend() {}

    @SuppressWarnings("NullAway.Init") // change() fills the rest.
    public Backend(UUID id, Pool pool, BackendSpec spec, Instant now) {
        super(id, spec.name(), spec.labels(), now);
        this.poolId = pool.id();
        change(pool, spec, now);
    }

    /** @throws dev.carom.controlplane.problem.InvalidResource if the content breaks a rule */
    public final void change(Pool pool, BackendSpec spec, Instant now) {
        spec.check();
        departing = false;
        rename(spec.name(), spec.labels(), now);
        address = spec.address();
        mac = spec.mac();
        weight = spec.weight();
        if (spec.adminState() != AdminState.DRAINING) {
            drainDeadline = null;
        } else if (adminState != AdminState.DRAINING) {
            drainDeadline = pool.drainDeadline(now);
        }
        adminState = spec.adminState();
        kind = spec.kind();
        forwardsForOthers = spec.forwardsForOthers();
        platform = spec.platform();
    }

    /** Deleted for everybody but its flows. */
    void depart(Pool pool, Instant now) {
        departing = true;
        drainDeadline = pool.drainDeadline(now);
        touch(now);
    }

    public UUID poolId() {
        return poolId;
    }

    public boolean departing() {
        return departing;
    }

    /** When flows of a draining or departing backend must have ended. */
    public @Nullable Instant drainDeadline() {
        return drainDeadline;
    }

    public BackendSpec spec() {
        return new BackendSpec(name(), labels(), address, mac, weight, adminState, kind, forwardsForOthers, platform);
    }

    @Override
    public ResourceType type() {
        return ResourceType.BACKEND;
    }

    @Override
    public Content content() {
        return new Content(poolId, spec(), departing, drainDeadline);
    }

    /** A backend as revisions keep it. */
    record Content(
            UUID poolId,
            @JsonUnwrapped BackendSpec spec,
            boolean departing,
            @Nullable Instant drainDeadline) {}
}
