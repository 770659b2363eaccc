package dev.carom.controlplane.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that a caller hears of everything at once. */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();

    public void unless(boolean right, String pointer, String code, String detail) {
        if (!right) {
            found.add(new Violation(pointer, code, detail));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws InvalidResource if anything was found */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidResource(found);
        }
    }
}
