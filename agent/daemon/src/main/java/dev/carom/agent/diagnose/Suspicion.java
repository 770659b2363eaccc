package dev.carom.agent.diagnose;

import java.util.Optional;
import java.util.Set;

/**
 * A fault that the evidence names.
 *
 * @param shownBy the checks that show it
 * @param service which one, where only one is affected
 * @param certain false where another fault named beside it looks the same from outside
 */
record Suspicion(FaultCode code, Set<CheckName> shownBy, Optional<Subject.Service> service, boolean certain) {
    static Suspicion of(FaultCode code, CheckName... shownBy) {
        return new Suspicion(code, Set.of(shownBy), Optional.empty(), true);
    }

    static Suspicion of(FaultCode code, Subject.Service service, CheckName... shownBy) {
        return new Suspicion(code, Set.of(shownBy), Optional.of(service), true);
    }

    Suspicion orAnother() {
        return new Suspicion(code, shownBy, service, false);
    }
}
