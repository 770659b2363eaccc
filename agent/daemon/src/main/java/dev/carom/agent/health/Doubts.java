package dev.carom.agent.health;

/**
 * What a steered probe saw is believed unless this node itself is the cause: its route was missing, or its kernel drops
 * the answers.
 */
record Doubts(Steerer steerer, ProbePaths paths) {

    /**
     * Waits for the kernel's routes, and perhaps for an answer, where the probe failed.
     *
     * @param since when the probe began, of {@link System#nanoTime()}
     */
    Observation weigh(Observation seen, Target target, long since) {
        Target.Hop hop = target.hop().orElseThrow();
        return switch (seen) {
            case Observation.Passed passed -> {
                paths.passed(hop);
                yield passed;
            }
            case Observation.Failed failed
            when !steerer.wasIntact(hop, since) -> new Observation.Inconclusive("the probe's route was missing");
            case Observation.Failed failed when failed.unanswered() -> paths.believe(failed, target);
            case Observation.Failed failed -> failed;
            case Observation.Inconclusive inconclusive -> inconclusive;
            case Observation.Signalled signalled -> signalled;
        };
    }
}
