package dev.carom.controlplane.node;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** A part of its {@link NodeGroup}; its id lasts as long as its VRID. */
@Entity
public class VirtualRouter {
    /** Carom gives priorities from here down to {@link #LOWEST}: high ones keep VRRP's skew small (RFC 9568 6.1). */
    private static final int HIGHEST = 254;

    private static final int LOWEST = 200;
    private static final int STEP = 10;

    @Id
    private UUID id;

    @Column(updatable = false)
    private int vrid;

    private long advertMs;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "virtual_router_priority", joinColumns = @JoinColumn(name = "virtual_router_id"))
    @MapKeyColumn(name = "node_id")
    @Column(name = "priority")
    @BatchSize(size = 256)
    private Map<UUID, Integer> priorityByNode = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected VirtualRouter() {}

    VirtualRouter(UUID id, VirtualRouterSpec spec) {
        this.id = id;
        this.vrid = spec.vrid();
        change(spec);
    }

    final void change(VirtualRouterSpec spec) {
        advertMs = spec.advertMs();
        priorityByNode.keySet().retainAll(spec.priorityByNode().keySet());
        priorityByNode.putAll(spec.priorityByNode());
    }

    /** A new node comes after all others: it takes no VIP from anybody. Without a free priority it stays out. */
    void join(UUID node) {
        int lowest = priorityByNode.values().stream().min(Integer::compare).orElse(HIGHEST + STEP);
        int next = lowest - STEP;
        if (next < LOWEST) {
            next = LOWEST + STEP - 1;
            while (next > 0 && (next >= lowest || priorityByNode.containsValue(next))) {
                next--;
            }
        }
        if (next > 0) {
            priorityByNode.put(node, next);
        }
    }

    void leave(UUID node) {
        priorityByNode.remove(node);
    }

    public UUID id() {
        return id;
    }

    public int vrid() {
        return vrid;
    }

    public VirtualRouterSpec spec() {
        return new VirtualRouterSpec(vrid, priorityByNode, advertMs);
    }
}
