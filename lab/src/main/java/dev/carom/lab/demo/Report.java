package dev.carom.lab.demo;

import java.util.ArrayList;
import java.util.List;

/** The proof as text of at most 100 columns. */
public record Report(ThreeSteps steps, Spread spread, Download download) {
    private static final int BAR_COLUMNS = 40;

    /** Every claim, in the order of the story. */
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(steps.claims());
        claims.add(spread.claim());
        claims.addAll(download.claims());
        return claims;
    }

    public boolean holds() {
        return claims().stream().allMatch(Claim::held);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("The three steps of one connection, read from the frames captured at each host");
        lines.add("");
        lines.add("  %-22s %-9s %-15s %-15s %s"
                .formatted("step", "seen at", "source IP", "destination IP", "destination MAC"));
        List.of(steps.request(), steps.forwarded(), steps.answer()).forEach(step -> lines.add(row(step)));
        lines.add("");
        lines.add("%,d connections, one request each".formatted(spread.total()));
        lines.add("");
        spread.shares().forEach(share -> lines.add(row(share)));
        lines.add("");
        lines.add("A download of %,d bytes".formatted(download.fileBytes()));
        lines.add("");
        lines.add("  reached the client   %,14d bytes".formatted(download.reachedClient()));
        lines.add("  crossed the balancer %,14d bytes, both directions (%.1f %%)"
                .formatted(download.crossedBalancer(), 100 * download.share()));
        lines.add("");
        lines.add("Claims");
        lines.add("");
        claims().forEach(claim -> lines.add(row(claim)));
        return lines;
    }

    private static String row(Step step) {
        return "  %-22s %-9s %-15s %-15s %s (%s)"
                .formatted(
                        step.title(),
                        step.seenAt(),
                        step.packet().source(),
                        step.packet().destination(),
                        step.frame().destinationMac(),
                        step.macOwner());
    }

    private String row(Spread.Share share) {
        int columns = Math.toIntExact(Math.round((double) BAR_COLUMNS * share.connections() / spread.total()));
        return "  %-9s weight %d %6d  (expected %5.0f)  %s"
                .formatted(share.backend(), share.weight(), share.connections(), share.expected(), "#".repeat(columns));
    }

    private static String row(Claim claim) {
        return "  %-6s %s: %s".formatted(claim.held() ? "held" : "FAILED", claim.text(), claim.evidence());
    }
}
