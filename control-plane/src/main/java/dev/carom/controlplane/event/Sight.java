package dev.carom.controlplane.event;

import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.security.Actors;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the caller of the current request may be told of: the database's row policies decide. Who reaches everything
 * asks nothing; to the others, what is no more and what is no resource is not told.
 */
@Component
class Sight {
    private final JdbcClient jdbc;

    Sight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean sees(Told told) {
        if (Actors.reach().isEverything()) {
            return true;
        }
        UUID id = told.resourceId();
        return id != null
                && Arrays.stream(ResourceType.values())
                        .filter(type -> type.noun().equals(told.resourceType()))
                        .anyMatch(type -> exists(type, id));
    }

    /** Of the series asked for, those that may be seen. */
    Set<String> seen(Set<String> series) {
        return Actors.reach().isEverything()
                ? series
                : series.stream()
                        .filter(each -> exists(
                                each.startsWith("vips/") ? ResourceType.VIP : ResourceType.BACKEND,
                                UUID.fromString(each.substring(each.indexOf('/') + 1))))
                        .collect(Collectors.toSet());
    }

    private boolean exists(ResourceType type, UUID id) {
        return jdbc.sql("select exists (select from " + table(type) + " where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static String table(ResourceType type) {
        return switch (type) {
            case NODE_GROUP -> "node_group";
            case NODE -> "node";
            case HEALTH_MONITOR -> "health_monitor";
            case POOL -> "pool";
            case BACKEND -> "backend";
            case VIP -> "vip";
            case LISTENER -> "listener";
        };
    }
}
