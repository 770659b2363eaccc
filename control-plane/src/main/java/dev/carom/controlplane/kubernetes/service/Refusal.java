package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** Why Carom does not configure what a Service would get, in the words that REST would use. */
record Refusal(String message) {
    /** @return null when it was done */
    static @Nullable Refusal of(Runnable deed) {
        try {
            deed.run();
            return null;
        } catch (InvalidResource e) {
            return new Refusal(
                    e.violations().stream().map(Violation::detail).distinct().collect(Collectors.joining(" ")));
        } catch (Conflict e) {
            return new Refusal(e.detail());
        } catch (DataIntegrityViolationException e) {
            return new Refusal("Something else in Carom has the same name or address: "
                    + String.valueOf(e.getMostSpecificCause().getMessage())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    /** In place of what would hold if it had been done. */
    List<Notice> added(List<Notice> notices) {
        return Stream.concat(
                        notices.stream().filter(notice -> notice.reason() != Notice.Reason.ADDRESS_ASSIGNED),
                        Stream.of(new Notice(Notice.Reason.REFUSED, message)))
                .toList();
    }
}
