package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.diagnosis.Findings;
import dev.carom.controlplane.problem.Conflict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator's way out of {@code DATABASE_WENT_BACK}: the database is the truth, in an epoch above all others. */
@Component
public class Adoptions {
    private final Configuration configuration;
    private final AheadNodes ahead;
    private final Findings findings;

    Adoptions(Configuration configuration, AheadNodes ahead, Findings findings) {
        this.configuration = configuration;
        this.ahead = ahead;
        this.findings = findings;
    }

    /**
     * What it would mean.
     *
     * @throws Conflict unless the database went back
     */
    @Transactional(readOnly = true)
    public Adoption plan() {
        return new Adoption(next(), null, ahead.list());
    }

    /**
     * Begins an epoch, in which every node gets what is configured; pushes go on.
     *
     * @throws Conflict unless the database went back, or while a canary runs
     */
    @Transactional
    public Adoption adopt() {
        RevisionId begun = configuration.beginEpoch(this::next, "Adopt the database");
        Adoption adoption = new Adoption(begun.epoch(), begun.revision(), ahead.list());
        ahead.forget();
        findings.close(DatabaseHistory.FINDING);
        return adoption;
    }

    private long next() {
        if (!findings.isOpen(DatabaseHistory.FINDING)) {
            throw new Conflict("DATABASE_IS_CURRENT", "No node has a state that the database does not know.");
        }
        return Math.max(configuration.current().epoch(), ahead.highestEpoch()) + 1;
    }
}
