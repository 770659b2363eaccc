package dev.carom.lab.totals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the run comes to.
 *
 * @param lines what to print before the last line
 */
record Summary(List<String> lines, int passed, int failed) {

    String lastLine() {
        return passed + " passed, " + failed + " failed";
    }

    /** Collects runner after runner; used by one thread. */
    static final class Builder {
        private final AllowedSkips allowedSkips;
        private final boolean strict;
        private final List<String> runners = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final List<String> skips = new ArrayList<>();
        private int passed;
        private int failed;

        /** {@code strict}: a skip that the list does not allow is a failure, as under CI. */
        Builder(AllowedSkips allowedSkips, boolean strict) {
            this.allowedSkips = allowedSkips;
            this.strict = strict;
        }

        void add(String runner, List<TestResult> results) {
            int passedBefore = passed;
            int failedBefore = failed;
            int skippedBefore = skips.size();
            results.forEach(this::add);
            double seconds = results.stream().mapToDouble(TestResult::seconds).sum();
            runners.add(String.format(
                    Locale.ROOT,
                    "%-34s %5d passed %4d failed %4d skipped %6.1f min",
                    runner,
                    passed - passedBefore,
                    failed - failedBefore,
                    skips.size() - skippedBefore,
                    seconds / 60));
        }

        void fail(String problem) {
            failed++;
            problems.add("FAILED   " + problem);
        }

        private void add(TestResult result) {
            switch (result.outcome()) {
                case Outcome.Passed _ -> passed++;
                case Outcome.Failed(String message) -> fail(result.title() + ": " + message);
                case Outcome.Skipped(String reason) -> skip(result.title(), reason);
            }
        }

        private void skip(String title, String reason) {
            skips.add("skipped  " + title + ": " + (reason.isEmpty() ? "no reason given" : reason));
            if (strict && !allowedSkips.allows(reason)) {
                fail(title + ": skipped, and its reason is not in the list of allowed skips");
            }
        }

        Summary build() {
            if (passed + failed == 0) {
                fail("no test ran at all");
            }
            List<String> lines = new ArrayList<>(runners);
            lines.addAll(skips);
            lines.addAll(problems);
            return new Summary(List.copyOf(lines), passed, failed);
        }
    }
}
