package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Defect;

/** One object for each verdict and reason, made once. */
final class Verdicts {
    static final Verdict HOLD = new Verdict.Hold();

    private static final Reason[] REASONS = Reason.values();
    private static final Verdict.Drop[] DROPS = new Verdict.Drop[REASONS.length];
    private static final Verdict.Pass[] PASSES = new Verdict.Pass[REASONS.length];
    private static final Verdict.Answer[] ANSWERS = new Verdict.Answer[REASONS.length];

    static {
        for (Reason reason : REASONS) {
            DROPS[reason.ordinal()] = new Verdict.Drop(reason);
            PASSES[reason.ordinal()] = new Verdict.Pass(reason);
            ANSWERS[reason.ordinal()] = new Verdict.Answer(reason);
        }
    }

    private Verdicts() {}

    static Verdict drop(Reason reason) {
        return DROPS[reason.ordinal()];
    }

    static Verdict pass(Reason reason) {
        return PASSES[reason.ordinal()];
    }

    static Verdict answer(Reason reason) {
        return ANSWERS[reason.ordinal()];
    }

    /** For anything but {@link Defect#NONE}. */
    static Verdict drop(Defect defect) {
        return drop(
                switch (defect) {
                    case TOO_SHORT -> Reason.DROPPED_TOO_SHORT;
                    case BAD_VERSION -> Reason.DROPPED_BAD_VERSION;
                    case BAD_CHECKSUM -> Reason.DROPPED_BAD_CHECKSUM;
                    case TOO_MANY_HEADERS -> Reason.DROPPED_EXTENSION_HEADERS;
                    case BAD_LENGTH, NONE -> Reason.DROPPED_BAD_LENGTH;
                });
    }
}
