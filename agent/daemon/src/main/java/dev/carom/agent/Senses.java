package dev.carom.agent;

import dev.carom.agent.health.HealthChanged;
import dev.carom.agent.neighbor.NeighborEvents;
import dev.carom.agent.neighbor.NeighborFinding;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Event;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.Mailbox;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what health checks and neighbours notice to the reconciler first, and to the report after. */
final class Senses implements NeighborEvents {
    private static final Logger LOG = LoggerFactory.getLogger(Senses.class);
    /** A neighbour finding is told again each minute while it lasts. */
    private static final Duration LIFETIME = Duration.ofSeconds(90);

    private final Mailbox mailbox;
    private final Findings findings;
    private final Bell bell;

    Senses(Mailbox mailbox, Findings findings, Bell bell) {
        this.mailbox = mailbox;
        this.findings = findings;
        this.bell = bell;
    }

    void healthChanged(HealthChanged change) {
        mailbox.post(new Event.HealthChanged(change.listener(), change.backend(), change.health()));
        bell.ring();
        LOG.info(
                "backend {} is {} for listener {}: {}",
                change.backend(),
                change.health(),
                change.listener(),
                change.reason());
    }

    @Override
    public void learned(NeighborLearned neighbor) {
        mailbox.post(new Event.NeighborLearned(neighbor.backend(), neighbor.mac()));
        bell.ring();
        LOG.info("backend {} is at {}", neighbor.backend(), neighbor.mac());
    }

    @Override
    public void found(NeighborFinding finding) {
        String who = finding.backend()
                .map(backend -> "backends/" + backend)
                .orElse(finding.mac().toString());
        LOG.warn("{}: {} answers for {}: {}", finding.code(), who, finding.vip(), finding.evidence());
        findings.openFor(
                LIFETIME,
                FindingCode.valueOf(finding.code().name()),
                finding.backend().map(backend -> "backends/" + backend).orElse("vips/" + finding.vip()),
                who + " answers for " + finding.vip(),
                finding.evidence(),
                switch (finding.code()) {
                    case BACKEND_ANSWERS_ARP ->
                        "On the backend: sysctl -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2";
                    case FOREIGN_OWNER -> "Take " + finding.vip() + " from the host with " + finding.mac();
                });
    }
}
