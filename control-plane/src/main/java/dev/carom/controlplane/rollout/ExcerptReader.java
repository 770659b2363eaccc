package dev.carom.controlplane.rollout;

import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.Vip;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.jpa.HibernateHints;
import org.springframework.stereotype.Component;

/**
 * Reads what node groups need, in a fixed number of statements, within the caller's transaction, which must change
 * nothing through entities: they are not looked at for changes.
 */
@Component
class ExcerptReader {
    private static final String VIPS = "select v.id from Vip v where v.nodeGroupId in :groups";
    private static final String OWN_POOLS = "select l.poolId from Listener l where l.vipId in (" + VIPS + ")";
    /** As the view listener_pool: flows fall back once. */
    private static final String POOLS =
            OWN_POOLS + " union select o.fallbackPoolId from Pool o where o.id in (" + OWN_POOLS + ")";

    private static final String MONITORS = "select q.healthMonitorId from Pool q where q.id in (" + POOLS + ")";

    private final EntityManager entities;

    ExcerptReader(EntityManager entities) {
        this.entities = entities;
    }

    ConfigurationExcerpt read(Collection<UUID> groups) {
        entities.unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
        return new ConfigurationExcerpt(
                read(NodeGroup.class, "g where g.id in :groups", groups),
                read(Node.class, "n where n.nodeGroupId in :groups", groups),
                read(Vip.class, "w where w.nodeGroupId in :groups", groups),
                read(Listener.class, "m where m.vipId in (" + VIPS + ")", groups),
                read(Pool.class, "p where p.id in (" + POOLS + ")", groups),
                read(Backend.class, "b where b.poolId in (" + POOLS + ")", groups),
                read(HealthMonitor.class, "h where h.id in (" + MONITORS + ")", groups));
    }

    private <T> List<T> read(Class<T> type, String which, Collection<UUID> groups) {
        return entities.createQuery("from " + type.getSimpleName() + " " + which, type)
                .setParameter("groups", groups)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
    }
}
