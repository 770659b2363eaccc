package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.node.NodeGroup;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the stored desired states up to the configuration. Any replica may; one at a time does. */
@Component
class Rollout {
    private static final Logger log = LoggerFactory.getLogger(Rollout.class);

    /** Any number that nothing else in this database locks. */
    private static final long ADVISORY_LOCK = 0xca40_0001L;

    private final JdbcClient jdbc;
    private final DesiredStateStore store;
    private final TouchedGroups groups;
    private final ExcerptReader reader;
    private final DesiredStateEncoder encoder;
    private final Clock clock;

    Rollout(
            JdbcClient jdbc,
            DesiredStateStore store,
            TouchedGroups groups,
            ExcerptReader reader,
            DesiredStateEncoder encoder,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.groups = groups;
        this.reader = reader;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Quick revisions are assembled together: what counts is the newest. One snapshot of the database is read. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void advance() {
        if (!lock()) {
            return;
        }
        RevisionId configured = store.configured();
        RevisionId assembled = store.assembled();
        if (configured.equals(assembled)) {
            return;
        }
        ConfigurationExcerpt configuration = reader.read(groups.between(assembled, configured));
        DesiredStateAssembler assembler = new DesiredStateAssembler(configuration);
        Map<UUID, Hash> present = store.hashes();
        for (NodeGroup group : configuration.nodeGroups()) {
            byte[] content = encoder.encode(assembler.assemble(group));
            Hash hash = Hash.of(content);
            if (!hash.equals(present.get(group.id()))) {
                store.save(new StoredState(group.id(), configured, hash, content), clock.instant());
                log.debug("Node group {} changes at {}", group.name(), configured);
            }
        }
        store.assembled(configured);
        store.announce();
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(ADVISORY_LOCK)
                .query(Boolean.class)
                .single();
    }
}
