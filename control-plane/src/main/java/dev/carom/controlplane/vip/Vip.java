package dev.carom.controlplane.vip;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.ResourceType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** An address that clients use, carried by one virtual router of its node group. */
@Entity
public class Vip extends Resource {
    private UUID nodeGroupId;
    private int vrid;

    @ColumnTransformer(read = "host(address)", write = "?::inet")
    private IpAddress address;

    @Enumerated(EnumType.STRING)
    private AdminState adminState;

    @Enumerated(EnumType.STRING)
    private UnmatchedPortPolicy unmatchedPortPolicy;

    private int newFlowsPerSecond;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Vip() {}

    @SuppressWarnings("NullAway.Init") // change() fills the rest.
    public Vip(UUID id, VipSpec spec, Instant now) {
        super(id, spec.name(), spec.labels(), now);
        change(spec, now);
    }

    /** @throws dev.carom.controlplane.problem.InvalidResource if the content breaks a rule */
    public final void change(VipSpec spec, Instant now) {
        spec.check();
        rename(spec.name(), spec.labels(), now);
        nodeGroupId = spec.nodeGroupId();
        vrid = Objects.requireNonNull(spec.vrid(), "a VIP is carried by a virtual router");
        address = spec.address();
        adminState = spec.adminState();
        unmatchedPortPolicy = spec.unmatchedPortPolicy();
        newFlowsPerSecond = spec.newFlowsPerSecond();
    }

    public VipSpec spec() {
        return new VipSpec(
                name(), labels(), nodeGroupId, vrid, address, adminState, unmatchedPortPolicy, newFlowsPerSecond);
    }

    @Override
    public ResourceType type() {
        return ResourceType.VIP;
    }

    @Override
    public VipSpec content() {
        return spec();
    }
}
