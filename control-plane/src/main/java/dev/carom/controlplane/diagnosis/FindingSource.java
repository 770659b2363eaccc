package dev.carom.controlplane.diagnosis;

import java.util.List;

/** Somebody who finds problems. */
public interface FindingSource {
    /** What stands now. */
    List<OpenFinding> open();
}
