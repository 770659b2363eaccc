package dev.carom.controlplane.config;

import dev.carom.controlplane.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What one transaction does to resources, and which placements it must not break. */
public final class ChangeLog {
    private record Entry(Resource resource, @Nullable Object before, boolean gone) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Recheck> rechecks = new ArrayList<>();
    private final List<LongConsumer> followers = new ArrayList<>();

    public void creating(Resource resource) {
        entries.add(new Entry(resource, null, false));
    }

    /** Call it before the change: the content of now is what was before. */
    public void changing(Resource resource) {
        entries.add(new Entry(resource, resource.content(), false));
    }

    public void deleting(Resource resource) {
        entries.add(new Entry(resource, resource.content(), true));
    }

    /** The rules that span resources are asked about this before the transaction commits. */
    public void recheck(Recheck recheck) {
        rechecks.add(recheck);
    }

    /** Done in the same transaction with the revision's number, if the work makes one. */
    public void whenRevised(LongConsumer follower) {
        followers.add(follower);
    }

    void revised(long revision) {
        followers.forEach(follower -> follower.accept(revision));
    }

    List<Recheck> rechecks() {
        return List.copyOf(rechecks);
    }

    /** In the order of the deeds; what ended as it began is left out. */
    List<Change> changes() {
        return entries.stream()
                .map(entry -> Change.of(
                        entry.resource(),
                        entry.before(),
                        entry.gone() ? null : entry.resource().content()))
                .filter(change -> change.action() != Change.Action.NONE)
                .toList();
    }
}
