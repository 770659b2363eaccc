package dev.carom.controlplane.kubernetes.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The nodes that serve a Service in one family, and what is said of those that do not. */
record BackendNodes(List<ClusterNode> nodes, List<Notice> notices) {
    private static final int NAMED = 10;

    BackendNodes {
        nodes = List.copyOf(nodes);
        notices = List.copyOf(notices);
    }

    static BackendNodes of(ServiceClaim claim, Family family, BalancerGroup group, Cluster cluster) {
        return new Choice(candidates(claim, family, cluster)).of(claim, family, group);
    }

    /**
     * kube-proxy takes the VIP on every node; with the policy Local it keeps to the node's own endpoints. A cluster that
     * says of no node that it is ready has more likely lost sight of them all: then health decides.
     */
    private static List<ClusterNode> candidates(ServiceClaim claim, Family family, Cluster cluster) {
        if (claim.local()) {
            Set<String> serving = cluster.endpoints().nodesOf(claim.key(), family);
            return cluster.nodes().stream()
                    .filter(node -> serving.contains(node.name()))
                    .toList();
        }
        List<ClusterNode> ready =
                cluster.nodes().stream().filter(ClusterNode::ready).toList();
        return ready.isEmpty() ? cluster.nodes() : ready;
    }

    /** Lives for one choice. */
    private static final class Choice {
        private final List<Notice> notices = new ArrayList<>();
        private List<ClusterNode> left;

        private Choice(List<ClusterNode> candidates) {
            left = candidates;
        }

        BackendNodes of(ServiceClaim claim, Family family, BalancerGroup group) {
            leaveOut(
                    ClusterNode::excluded,
                    Notice.Reason.NODES_EXCLUDED,
                    "%s serve nothing from outside: they have the label " + ClusterNode.EXCLUDED + ".");
            leaveOut(
                    group::isBalancer,
                    Notice.Reason.BALANCERS_LEFT_OUT,
                    "%s are balancers themselves, and a balancer cannot send frames to itself: "
                            + (claim.local()
                                    ? "endpoints on them get nothing from outside."
                                    : "endpoints on them are reached through other nodes."));
            leaveOut(
                    node -> node.address(family).filter(group::reaches).isEmpty(),
                    Notice.Reason.NODES_WITHOUT_SEGMENT,
                    "%s have no " + family + " address in a BACKEND or BOTH network of node group " + group.name()
                            + ", and so cannot be reached by MAC: add their subnet to the group's networks.");
            if (left.isEmpty()) {
                notices.add(new Notice(
                        Notice.Reason.NO_BACKENDS,
                        claim.local()
                                ? "No usable node has a ready " + family
                                        + " endpoint, and externalTrafficPolicy is Local: clients get no answer."
                                : "No node can serve this over " + family + ": clients get no answer."));
            }
            return new BackendNodes(left, notices);
        }

        private void leaveOut(Predicate<ClusterNode> unfit, Notice.Reason reason, String sentence) {
            List<String> out =
                    left.stream().filter(unfit).map(ClusterNode::name).sorted().toList();
            if (!out.isEmpty()) {
                left = left.stream().filter(unfit.negate()).toList();
                notices.add(new Notice(reason, sentence.formatted(spoken(out))));
            }
        }

        private static String spoken(List<String> names) {
            String first = names.stream().limit(NAMED).collect(Collectors.joining(", ", "Nodes ", ""));
            return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
        }
    }
}
