package dev.carom.agent;

import dev.carom.agent.health.Observation;
import dev.carom.agent.neighbor.NeighborEvents;
import dev.carom.agent.neighbor.NeighborFinding;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Event;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.Mailbox;
import dev.carom.agent.reconcile.Running;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what is noticed on the wire to whom it concerns.
 *
 * @param running what this node does now: it has the ids of the addresses that neighbours know
 * @param signals the health checks, told of a backend what speaks against it
 */
record WireSense(
        Mailbox mailbox,
        Supplier<Running> running,
        BiConsumer<UUID, Observation.Signalled> signals,
        Findings findings,
        Bell bell)
        implements NeighborEvents {
    private static final Logger LOG = LoggerFactory.getLogger(WireSense.class);
    /** A neighbour finding is told again each minute while it lasts. */
    private static final Duration LIFETIME = Duration.ofSeconds(90);

    void linksChanged() {
        mailbox.post(new Event.LinksChanged());
        bell.ring();
    }

    void bounced(UUID backend) {
        signals.accept(backend, new Observation.Signalled("it sends packets for the VIP back: it lacks the VIP"));
    }

    void refused(UUID backend) {
        signals.accept(backend, new Observation.Signalled("it answers packets for the VIP with ICMP unreachable"));
    }

    @Override
    public void silent(UUID backend, int unanswered) {
        signals.accept(
                backend,
                new Observation.Signalled("it left " + unanswered + " questions for its MAC address unanswered"));
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
                finding.backend().map(backend -> "backends/" + backend).orElseGet(() -> resource(finding.vip())),
                who + " answers for " + finding.vip(),
                finding.evidence(),
                switch (finding.code()) {
                    case BACKEND_ANSWERS_ARP ->
                        "On the backend: sysctl -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2";
                    case FOREIGN_OWNER -> "Take " + finding.vip() + " from the host with " + finding.mac();
                });
    }

    /** By the address only where the VIP has just gone from the state. */
    private String resource(IpAddress vip) {
        return running.get().state().stream()
                .flatMap(state -> state.desired().vips().stream())
                .filter(each -> each.address().equals(vip))
                .map(each -> "vips/" + each.id())
                .findFirst()
                .orElse("vips/" + vip);
    }
}
