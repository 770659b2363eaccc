package dev.carom.controlplane.config.web;

import dev.carom.controlplane.config.Trials.Trial;
import dev.carom.controlplane.problem.InvalidParameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How some nodes try a revision before all get it. */
record CanaryQuery(
        @Schema(
                description = "Who tries the revision first: node-groups/{id} or nodes/{id}. All others get it when it"
                        + " has passed; until then nothing else is written.")
        @Nullable String canary,

        @Schema(description = "Seconds, 1-86400; absent: 60. Rolled back if a node has not verified it by then.")
        @Nullable Integer canaryVerifyWithin,

        @Schema(description = "Seconds, 1-86400; absent: 60. How long it is watched once all have verified it.")
        @Nullable Integer canarySoak,

        @Schema(
                description = "Percent, 0-100; absent: 10. Rolled back if more of the backends that were UP on these"
                        + " nodes no longer are.")
        @Nullable Integer canaryHealthLoss) {
    private static final Pattern TARGET =
            Pattern.compile("(node-groups|nodes)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int USUAL_SECONDS = 60;
    private static final int USUAL_PERCENT = 10;
    private static final int LONGEST_SECONDS = 86_400;

    /** @throws InvalidParameter for what cannot be */
    Optional<Trial> trial(Optional<Duration> confirmWithin) {
        int verifyWithin = within("canaryVerifyWithin", canaryVerifyWithin, 1, LONGEST_SECONDS, USUAL_SECONDS);
        int soak = within("canarySoak", canarySoak, 1, LONGEST_SECONDS, USUAL_SECONDS);
        int loss = within("canaryHealthLoss", canaryHealthLoss, 0, 100, USUAL_PERCENT);
        if (canary == null) {
            if (canaryVerifyWithin != null || canarySoak != null || canaryHealthLoss != null) {
                throw new InvalidParameter("canary", "REQUIRED", "Say which node or node group tries it first.");
            }
            return Optional.empty();
        }
        if (!TARGET.matcher(canary).matches()) {
            throw new InvalidParameter("canary", "INVALID_VALUE", "It is node-groups/{id} or nodes/{id}.");
        }
        return Optional.of(
                new Trial(canary, Duration.ofSeconds(verifyWithin), Duration.ofSeconds(soak), loss, confirmWithin));
    }

    private static int within(String name, @Nullable Integer given, int least, int most, int usual) {
        if (given != null && (given < least || given > most)) {
            throw new InvalidParameter(name, "OUT_OF_RANGE", "It lies within " + least + "-" + most + ".");
        }
        return given == null ? usual : given;
    }
}
