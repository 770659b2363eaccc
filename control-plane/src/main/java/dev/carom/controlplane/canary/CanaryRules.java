package dev.carom.controlplane.canary;

import dev.carom.controlplane.canary.Tester.Served;
import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.NodeProgress;
import dev.carom.controlplane.rollout.ResourceError;
import dev.carom.controlplane.rollout.StateHead;
import dev.carom.controlplane.telemetry.NodeReports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges a trial. Pure: every trial ends, by its own deadlines. */
final class CanaryRules {
    private CanaryRules() {}

    /**
     * @param tried what the nodes are to have for it
     * @param configured the pairs that still are to be UP: what the revision itself takes away is no loss
     */
    static Verdict judge(Canary canary, StateHead tried, List<Observation> nodes, Set<Served> configured, Instant now) {
        for (Observation node : nodes) {
            String refusal = refusal(node, tried);
            if (refusal != null) {
                return new Verdict.RollBack(refusal);
            }
        }
        Instant verifiedAt = canary.verifiedAt();
        return verifiedAt == null
                ? untilVerified(canary, tried, nodes, now)
                : untilSoaked(canary, verifiedAt, nodes, configured, now);
    }

    private static @Nullable String refusal(Observation node, StateHead tried) {
        NodeProgress progress = node.progress();
        String name = "Node " + node.tester().name();
        if (progress.refuses(tried)) {
            return name + " refuses it"
                    + progress.errors().stream()
                            .findFirst()
                            .map(CanaryRules::words)
                            .orElse(".");
        }
        RevisionId applied = progress.applied();
        if (applied == null || tried.id().isAbove(applied)) {
            return null;
        }
        return progress.errors().stream()
                .filter(error -> !node.tester().leftOut().contains(error.resource()))
                .findFirst()
                .map(error -> name + " leaves out " + error.resource() + words(error))
                .orElse(null);
    }

    private static String words(ResourceError error) {
        return ": " + error.code() + ", " + error.message();
    }

    private static Verdict untilVerified(Canary canary, StateHead tried, List<Observation> nodes, Instant now) {
        List<String> missing = nodes.stream()
                .filter(node -> !hasVerified(node, tried))
                .map(node -> node.tester().name())
                .toList();
        if (missing.isEmpty()) {
            return new Verdict.Soak();
        }
        return now.isBefore(canary.verifyBy())
                ? new Verdict.Wait()
                : new Verdict.RollBack("Not verified in time by " + String.join(", ", missing) + ".");
    }

    private static boolean hasVerified(Observation node, StateHead tried) {
        RevisionId verified = node.progress().verified();
        return verified != null && !tried.id().isAbove(verified);
    }

    /** What is UNKNOWN for a while, as after a change of its monitor, counts as lost at the end alone. */
    private static Verdict untilSoaked(
            Canary canary, Instant verifiedAt, List<Observation> nodes, Set<Served> configured, Instant now) {
        for (Observation node : nodes) {
            Duration silence = Duration.between(latest(verifiedAt, node.heardAt()), now);
            if (silence.compareTo(NodeReports.STALE) > 0) {
                return new Verdict.RollBack("Node " + node.tester().name() + " has said nothing for "
                        + NodeReports.STALE.toSeconds() + " s.");
            }
        }
        String down = loss(canary, nodes, configured, Observation::isDown);
        if (down != null) {
            return new Verdict.RollBack(down);
        }
        Instant end = canary.soaksUntil();
        boolean heard = nodes.stream()
                .allMatch(node -> latest(verifiedAt, node.heardAt()).isAfter(verifiedAt));
        if (end == null || now.isBefore(end) || !heard) {
            return new Verdict.Wait();
        }
        String lost = loss(canary, nodes, configured, (node, served) -> !node.isUp(served));
        return lost == null ? new Verdict.Pass() : new Verdict.RollBack(lost);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable String loss(
            Canary canary, List<Observation> nodes, Set<Served> configured, BiPredicate<Observation, Served> isLost) {
        long before = 0;
        long lost = 0;
        for (Observation node : nodes) {
            Set<Served> wanted =
                    node.tester().up().stream().filter(configured::contains).collect(Collectors.toSet());
            before += wanted.size();
            lost += wanted.stream().filter(served -> isLost.test(node, served)).count();
        }
        return lost * 100 > before * canary.healthLossPercent()
                ? "%d of %d backends that were UP no longer are; at most %d %% may be lost."
                        .formatted(lost, before, canary.healthLossPercent())
                : null;
    }
}
