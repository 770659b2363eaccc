package dev.carom.controlplane.resource;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Finds and changes the resources of one kind; each change is a transaction and a revision.
 *
 * @param <S> what of a resource is configured
 */
public interface Resources<R extends Resource, S extends Record> {
    /** @throws dev.carom.controlplane.problem.NotFound if there is none */
    R find(UUID id);

    /** In the order of the ids; those that are no more are left out. */
    List<R> findAll(Collection<UUID> ids);

    /** @param edit gives what is wanted from what is; the same is no change */
    Revised<R> change(UUID id, ExpectedVersion expected, UnaryOperator<S> edit);
}
