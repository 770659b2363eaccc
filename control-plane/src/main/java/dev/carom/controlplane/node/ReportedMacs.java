package dev.carom.controlplane.node;

import dev.carom.controlplane.address.MacAddress;
import dev.carom.controlplane.config.Configuration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the MAC addresses that nodes report, so that each node of a group knows its peers' frames from clients'. */
@Component
public class ReportedMacs {
    private final Configuration configuration;
    private final JdbcClient sql;
    /** What this replica has seen stored: a report that repeats it costs no statement. */
    private final Map<UUID, Set<String>> stored = new ConcurrentHashMap<>();

    ReportedMacs(Configuration configuration, JdbcClient sql) {
        this.configuration = configuration;
        this.sql = sql;
    }

    /** A new set takes a new revision to the group's nodes. None at all is an agent that does not tell. */
    public void accept(UUID node, Collection<MacAddress> reported) {
        Set<String> macs = new TreeSet<>();
        reported.forEach(mac -> macs.add(mac.text()));
        if (macs.isEmpty() || macs.equals(stored.get(node))) {
            return;
        }
        configuration.renew("node " + node, () -> store(node, macs));
        stored.put(node, Set.copyOf(macs));
    }

    private Optional<UUID> store(UUID node, Set<String> macs) {
        return sql.sql("""
                UPDATE node SET reported_macs = :macs::text[]::macaddr[]
                WHERE id = :node AND reported_macs <> :macs::text[]::macaddr[]
                RETURNING node_group_id
                """)
                .param("macs", macs.toArray(String[]::new))
                .param("node", node)
                .query(UUID.class)
                .optional();
    }
}
