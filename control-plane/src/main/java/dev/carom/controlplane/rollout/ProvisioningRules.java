package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.resource.ProvisioningStatus;
import dev.carom.controlplane.resource.ResourceStatus.NodeProvisioning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides how a resource stands on each node. Pure: every PENDING ends, for the patience is measured from the change. */
final class ProvisioningRules {
    /** Three digests: a node that has not taken a change by then will not do so soon. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final UUID NOBODY = new UUID(0, 0);
    private static final RevisionId NOTHING = new RevisionId(0, 0);

    private ProvisioningRules() {}

    /**
     * The last change of a resource.
     *
     * @param name {@code vips/<uuid>}, as nodes name it
     */
    record Change(String name, RevisionId revision, Instant at) {}

    /**
     * What one node of the group is at.
     *
     * @param wanted what its group is to have; null while that was never assembled
     * @param wantedAt since when
     * @param heldBackFrom the revision that other nodes try before this one gets it; null if it waits for none
     * @param assembled what all groups' states were last made from, read together with what is wanted
     */
    record Member(
            UUID id,
            String name,
            Instant createdAt,
            boolean connected,
            @Nullable RevisionId wanted,
            Instant wantedAt,
            @Nullable Long heldBackFrom,
            RevisionId assembled,
            NodeProgress progress) {

        /** The group's newest state as a change of its own: what the node as a whole is judged by. */
        Change newest() {
            return new Change("nodes/" + id, wanted == null ? NOTHING : wanted, wantedAt);
        }
    }

    /** Whether the nodes have a change. */
    static Provisioning judge(Change change, List<Member> members, Instant now) {
        if (members.isEmpty()) {
            return Provisioning.of(List.of(late(
                    new Member(NOBODY, "", Instant.EPOCH, false, null, Instant.EPOCH, null, NOTHING, NodeProgress.NONE),
                    change,
                    now,
                    "NO_NODES",
                    "The node group has no nodes: nobody takes this up.")));
        }
        return Provisioning.of(
                members.stream().map(member -> judge(change, member, now)).toList());
    }

    /** Whether a node, and with it its group, has the newest state. */
    static Provisioning judge(List<Member> members, Instant now) {
        return Provisioning.of(members.stream()
                .map(member -> judge(member.newest(), member, now))
                .toList());
    }

    private static NodeProvisioning judge(Change change, Member member, Instant now) {
        Long canary = member.heldBackFrom();
        if (canary != null && change.revision().revision() >= canary) {
            return new NodeProvisioning(
                    member.id(),
                    member.name(),
                    ProvisioningStatus.PENDING,
                    "HELD_BACK",
                    "Other nodes try revision " + canary + " first.");
        }
        RevisionId wanted = member.wanted();
        if (wanted == null || change.revision().isAbove(member.assembled())) {
            return late(member, change, now, "NOT_ASSEMBLED", "The revision has not become a state for nodes.");
        }
        // A change that left the group's content alone needs nothing of it beyond what it was to have before.
        RevisionId needed = change.revision().isAbove(wanted) ? wanted : change.revision();
        NodeProgress progress = member.progress();
        Optional<ResourceError> leftOut = progress.errors().stream()
                .filter(error -> error.resource().equals(change.name()))
                .findFirst();
        if (leftOut.isPresent()) {
            return error(member, leftOut.get().code(), leftOut.get().message());
        }
        if (progress.rejected().filter(no -> !needed.isAbove(no.id())).isPresent()) {
            return error(member, "REJECTED", "The node refused the state as a whole: " + reasons(progress));
        }
        RevisionId verified = progress.verified();
        if (verified != null && !needed.isAbove(verified)) {
            return new NodeProvisioning(member.id(), member.name(), ProvisioningStatus.ACTIVE, "VERIFIED", "");
        }
        return member.connected()
                ? late(member, change, now, "NOT_VERIFIED", "The node has not read this back: " + reached(progress))
                : late(
                        member,
                        change,
                        now,
                        "NODE_UNREACHABLE",
                        "The node has no connection to the control plane: " + reached(progress));
    }

    private static NodeProvisioning late(Member member, Change change, Instant now, String code, String message) {
        Instant from = change.at().isAfter(member.createdAt()) ? change.at() : member.createdAt();
        boolean waiting = now.isBefore(from.plus(PATIENCE));
        return waiting
                ? new NodeProvisioning(
                        member.id(), member.name(), ProvisioningStatus.PENDING, "ON_ITS_WAY", "Not there yet.")
                : error(member, code, message);
    }

    private static NodeProvisioning error(Member member, String code, String message) {
        return new NodeProvisioning(member.id(), member.name(), ProvisioningStatus.ERROR, code, message);
    }

    private static String reasons(NodeProgress progress) {
        return progress.errors().stream()
                .map(error -> error.code() + ": " + error.message())
                .findFirst()
                .orElse("it gave no reason.");
    }

    private static String reached(NodeProgress progress) {
        RevisionId verified = progress.verified();
        return verified == null
                ? "it has verified no revision."
                : "it has verified revision " + verified.revision() + " at most.";
    }
}
