package dev.carom.agent;

import dev.carom.agent.health.Observation;
import dev.carom.agent.neighbor.Claimant;
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
        String who = name(finding);
        LOG.warn("{}: {} answers for {}: {}", finding.code(), who, finding.vip(), finding.evidence());
        findings.openFor(
                LIFETIME,
                FindingCode.valueOf(finding.code().name()),
                finding.claimant() instanceof Claimant.Backend(UUID id) ? "backends/" + id : resource(finding.vip()),
                who + " answers for " + finding.vip(),
                finding.evidence(),
                remedy(finding));
    }

    private static String name(NeighborFinding finding) {
        return switch (finding.claimant()) {
            case Claimant.Backend(UUID id) -> "backends/" + id;
            case Claimant.Peer(UUID node) -> "nodes/" + node;
            case Claimant.Unknown unknown -> finding.mac().toString();
        };
    }

    private static String remedy(NeighborFinding finding) {
        return switch (finding.claimant()) {
            case Claimant.Backend backend
            when finding.vip().isIpv4() ->
                "On the backend: sysctl -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2";
            case Claimant.Backend backend ->
                "On the backend: ip -6 addr flush to %1$s/128 && ip -6 addr add %1$s/128 dev lo nodad"
                        .formatted(finding.vip());
            case Claimant.Peer(UUID node) ->
                "On nodes/" + node + ": carom-agent status; it owns " + finding.vip()
                        + " at another revision: restore its way to the control plane, or stop its agent";
            case Claimant.Unknown unknown -> "Take " + finding.vip() + " from the host with " + finding.mac();
        };
    }

    @Override
    public void free(IpAddress vip) {
        findings.close(FindingCode.FOREIGN_OWNER, resource(vip));
        mailbox.post(new Event.VipFree(vip));
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
