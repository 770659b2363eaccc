package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.node.NodeGroup;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        Assembly configured = store.configured();
        Assembly assembled = store.assembly();
        if (configured.equals(assembled)) {
            return;
        }
        Long canary = configured.canary();
        if (canary == null) {
            renewStates(assembled, configured.id());
        } else {
            renewTrials(configured.id(), reader.read(store.groupsOfCanary(canary)));
        }
        store.assembled(configured);
        store.announce();
    }

    private void renewStates(Assembly assembled, RevisionId configured) {
        Map<UUID, StateHead> desired = store.heads(StateTable.DESIRED);
        Map<UUID, StateHead> trials = store.heads(StateTable.TRIAL);
        Set<UUID> touched = new HashSet<>(groups.between(assembled.ofAll(), configured));
        touched.addAll(trials.keySet());
        ConfigurationExcerpt configuration = reader.read(touched);
        DesiredStateAssembler assembler = new DesiredStateAssembler(configuration);
        for (NodeGroup group : configuration.nodeGroups()) {
            byte[] content = encoder.encode(assembler.assemble(group));
            Hash hash = Hash.of(content);
            RevisionId due = StateHead.due(configured, hash, desired.get(group.id()), trials.get(group.id()));
            if (due != null) {
                store.save(StateTable.DESIRED, new StoredState(group.id(), due, hash, content), clock.instant());
                log.debug("Node group {} changes at {}", group.name(), due);
            }
        }
        if (!trials.isEmpty()) {
            store.clearTrials();
        }
    }

    /** All others keep what they have until the trial is over. */
    private void renewTrials(RevisionId configured, ConfigurationExcerpt configuration) {
        DesiredStateAssembler assembler = new DesiredStateAssembler(configuration);
        Map<UUID, StateHead> present = new HashMap<>(store.heads(StateTable.DESIRED));
        present.putAll(store.heads(StateTable.TRIAL));
        for (NodeGroup group : configuration.nodeGroups()) {
            byte[] content = encoder.encode(assembler.assemble(group));
            Hash hash = Hash.of(content);
            if (StateHead.due(configured, hash, present.get(group.id()), null) != null) {
                store.save(StateTable.TRIAL, new StoredState(group.id(), configured, hash, content), clock.instant());
                log.debug("Nodes of group {} try {}", group.name(), configured);
            }
        }
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(ADVISORY_LOCK)
                .query(Boolean.class)
                .single();
    }
}
