package dev.carom.controlplane.node;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.MacAddress;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.ResourceType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A host that runs an agent; it stays in its group for life. */
@Entity
public class Node extends Resource {
    @Column(updatable = false)
    private UUID nodeGroupId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @ColumnTransformer(read = "addresses::text[]", write = "?::inet[]")
    private List<String> addresses;

    /** Written by {@link ReportedMacs} alone: what a node says of itself is no change of its configuration. */
    @Column(insertable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @ColumnTransformer(read = "reported_macs::text[]")
    private @Nullable List<String> reportedMacs;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Node() {}

    @SuppressWarnings("NullAway.Init") // change() fills the rest.
    public Node(UUID id, NodeSpec spec, Instant now) {
        super(id, spec.name(), spec.labels(), now);
        this.nodeGroupId = spec.nodeGroupId();
        change(spec, now);
    }

    /** @throws InvalidResource if the content breaks a rule */
    public final void change(NodeSpec spec, Instant now) {
        spec.check();
        if (!spec.nodeGroupId().equals(nodeGroupId)) {
            throw new InvalidResource(
                    "/nodeGroupId",
                    "NODE_GROUP_FIXED",
                    "A node stays in its group: delete it and create it in the other, so that it begins without old state.");
        }
        rename(spec.name(), spec.labels(), now);
        addresses = spec.addresses().stream().map(IpAddress::toString).toList();
    }

    public UUID nodeGroupId() {
        return nodeGroupId;
    }

    public NodeSpec spec() {
        return new NodeSpec(
                name(), nodeGroupId, addresses.stream().map(IpAddress::ofInet).toList(), labels());
    }

    /** Of the interfaces that its data path serves, sorted; empty before its first report. */
    public List<MacAddress> reportedMacs() {
        return reportedMacs == null
                ? List.of()
                : reportedMacs.stream().map(MacAddress::parse).toList();
    }

    @Override
    public ResourceType type() {
        return ResourceType.NODE;
    }

    @Override
    public NodeSpec content() {
        return spec();
    }
}
