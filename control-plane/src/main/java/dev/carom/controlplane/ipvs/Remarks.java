package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.ipvs.Remark.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what could not be taken as it stands. */
final class Remarks {
    private final List<Remark> all = new ArrayList<>();

    void leftOut(int line, String directive, String detail) {
        all.add(new Remark(line, directive, Outcome.LEFT_OUT, detail));
    }

    void leftOut(Directive directive, String detail) {
        leftOut(directive.line(), directive.text(), detail);
    }

    void changed(int line, String directive, String detail) {
        all.add(new Remark(line, directive, Outcome.CHANGED, detail));
    }

    void changed(Directive directive, String detail) {
        changed(directive.line(), directive.text(), detail);
    }

    /** In the order of the lines. */
    List<Remark> list() {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Remark::line))
                .toList();
    }
}
