package dev.carom.controlplane.vip;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.address.Subnet;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.ResourceType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A protocol and ports of one VIP, served by one pool; no two of a VIP overlap. */
@Entity
public class Listener extends Resource {
    @Column(updatable = false)
    private UUID vipId;

    @Enumerated(EnumType.STRING)
    private Protocol protocol;

    @ColumnTransformer(read = "ports::text", write = "?::int4multirange")
    private String ports;

    private UUID poolId;

    @Enumerated(EnumType.STRING)
    private AdminState adminState;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @ColumnTransformer(read = "allowed_sources::text[]", write = "?::cidr[]")
    private List<String> allowedSources;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @ColumnTransformer(read = "denied_sources::text[]", write = "?::cidr[]")
    private List<String> deniedSources;

    private int newFlowsPerSecondPerSource;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Listener() {}

    @SuppressWarnings("NullAway.Init") // change() fills the rest.
    public Listener(UUID id, UUID vipId, ListenerSpec spec, Instant now) {
        super(id, spec.name(), spec.labels(), now);
        this.vipId = vipId;
        change(spec, now);
    }

    /** @throws dev.carom.controlplane.problem.InvalidResource if the content breaks a rule */
    public final void change(ListenerSpec spec, Instant now) {
        spec.check();
        rename(spec.name(), spec.labels(), now);
        protocol = spec.protocol();
        ports = MultirangeText.of(spec.ports());
        poolId = spec.poolId();
        adminState = spec.adminState();
        allowedSources = spec.allowedSources().stream().map(Subnet::toString).toList();
        deniedSources = spec.deniedSources().stream().map(Subnet::toString).toList();
        newFlowsPerSecondPerSource = spec.newFlowsPerSecondPerSource();
    }

    public UUID vipId() {
        return vipId;
    }

    public UUID poolId() {
        return poolId;
    }

    public ListenerSpec spec() {
        return new ListenerSpec(
                name(),
                labels(),
                protocol,
                MultirangeText.parse(ports),
                poolId,
                adminState,
                allowedSources.stream().map(Subnet::parse).toList(),
                deniedSources.stream().map(Subnet::parse).toList(),
                newFlowsPerSecondPerSource);
    }

    @Override
    public ResourceType type() {
        return ResourceType.LISTENER;
    }

    @Override
    public Content content() {
        return new Content(vipId, spec());
    }

    /** A listener as revisions keep it. */
    record Content(UUID vipId, @JsonUnwrapped ListenerSpec spec) {}
}
