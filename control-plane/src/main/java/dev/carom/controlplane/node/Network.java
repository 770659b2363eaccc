package dev.carom.controlplane.node;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A part of its {@link NodeGroup}; its id lasts as long as its name. */
@Entity
public class Network {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String name;

    private String interfaceSelector;
    private int vlanId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @ColumnTransformer(read = "subnets::text[]", write = "?::cidr[]")
    private List<String> subnets;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @ColumnTransformer(read = "gateways::text[]", write = "?::inet[]")
    private List<String> gateways;

    private int mtu;

    @Enumerated(EnumType.STRING)
    private NetworkRole role;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Network() {}

    @SuppressWarnings("NullAway.Init") // change() fills the rest.
    Network(UUID id, NetworkSpec spec) {
        this.id = id;
        this.name = spec.name();
        change(spec);
    }

    final void change(NetworkSpec spec) {
        interfaceSelector = spec.interfaceSelector();
        vlanId = spec.vlanId();
        subnets = spec.subnets().stream().map(Subnet::toString).toList();
        gateways = spec.gateways().stream().map(IpAddress::toString).toList();
        mtu = spec.mtu();
        role = spec.role();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public NetworkSpec spec() {
        return new NetworkSpec(
                name,
                interfaceSelector,
                vlanId,
                subnets.stream().map(Subnet::parse).toList(),
                gateways.stream().map(IpAddress::ofInet).toList(),
                mtu,
                role);
    }
}
