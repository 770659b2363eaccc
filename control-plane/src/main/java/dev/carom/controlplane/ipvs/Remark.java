package dev.carom.controlplane.ipvs;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of a line that could not be taken as it stands.
 *
 * @param line of the file, from 1
 * @param directive as it stands there
 */
@Schema(name = "ImportRemark")
public record Remark(int line, String directive, Outcome outcome, String detail) {
    /** What was done with it. */
    public enum Outcome {
        /** Taken as something near to it: read what. */
        CHANGED,
        /** It has no equivalent. */
        LEFT_OUT
    }
}
