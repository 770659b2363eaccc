package dev.carom.controlplane.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.repository.ListCrudRepository;

/** Reads several resources in one statement. */
public final class ByIds {
    private ByIds() {}

    /** In the order of the ids; those that are no more are left out. */
    public static <R extends Resource> List<R> of(ListCrudRepository<R, UUID> repository, Collection<UUID> ids) {
        Map<UUID, R> found =
                repository.findAllById(ids).stream().collect(Collectors.toMap(Resource::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
