package dev.carom.controlplane.capture;

import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;

/** What to capture. It ends with its time or with its bytes, whichever is first. */
@Schema(name = "CaptureSpec")
public record CaptureSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its owner captures what comes to it and leaves.")
        UUID vipId,

        @Schema(
                defaultValue = "",
                example = "tcp port 443 and src net 203.0.113.0/24",
                description = "Of the VIP's frames, in the language of pcap-filter(7); at most 500 characters.")
        String filter,

        @Schema(defaultValue = "10", description = "1-60.") int seconds,

        @Schema(defaultValue = "1048576", description = "Of the file: 4,096-16,777,216.")
        long bytes) {
    private static final int LONGEST_FILTER = 500;
    private static final int MOST_SECONDS = 60;
    private static final int LEAST_BYTES = 4_096;
    static final int MOST_BYTES = 16 << 20;

    void check() {
        Violations violations = new Violations();
        violations.unless(
                filter.length() <= LONGEST_FILTER, "/filter", "TOO_LONG", "A filter has at most 500 characters.");
        violations.unless(
                filter.chars().allMatch(each -> each >= ' ' && each <= '~'),
                "/filter",
                "NOT_PRINTABLE",
                "A filter is of printable ASCII characters.");
        violations.unless(
                seconds >= 1 && seconds <= MOST_SECONDS,
                "/seconds",
                "SECONDS_OUT_OF_RANGE",
                "A capture takes 1-60 seconds: for more, take another.");
        violations.unless(
                bytes >= LEAST_BYTES && bytes <= MOST_BYTES,
                "/bytes",
                "BYTES_OUT_OF_RANGE",
                "A capture takes 4,096-16,777,216 bytes: narrow the filter for longer ones.");
        violations.refuse();
    }
}
