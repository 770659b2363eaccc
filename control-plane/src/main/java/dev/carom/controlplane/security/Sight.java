package dev.carom.controlplane.security;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the caller of the current request may be told of: whatever is about a resource that the database's row policies
 * show (V0080). Who reaches everything asks nothing; to the others, what is no more and what is no resource is not
 * told.
 */
@Component
public class Sight {
    private final JdbcClient sql;

    Sight(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whether that may be told.
     *
     * @param noun as events name it: {@code vip}
     * @param id null: of no resource
     */
    public boolean sees(String noun, @Nullable UUID id) {
        return Actors.reach().isEverything()
                || id != null
                        && sql.sql("SELECT is_seen(?, ?)")
                                .params(noun, id)
                                .query(Boolean.class)
                                .single();
    }

    /**
     * Those that may be seen.
     *
     * @param resources {@code vips/<uuid>}, whatever follows
     */
    public Set<String> seen(Collection<String> resources) {
        return Actors.reach().isEverything()
                ? Set.copyOf(resources)
                : sql.sql("SELECT resource FROM unnest(:resources) AS resource WHERE is_seen(resource)")
                        .param("resources", resources.toArray(String[]::new))
                        .query((row, number) -> row.getString(1))
                        .set();
    }
}
