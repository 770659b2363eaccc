package dev.carom.controlplane.security;

import dev.carom.controlplane.problem.Forbidden;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges what a transaction changed by a higher role than the one that opened the endpoint. */
@Component
public class Reaches {
    private final JdbcClient sql;
    private final Actors actors;

    Reaches(JdbcClient sql, Actors actors) {
        this.sql = sql;
        this.actors = actors;
    }

    /**
     * Lets the row policies judge these rows once more, by what the caller has this role for.
     *
     * @param table comes from no caller: it becomes SQL
     * @throws Forbidden if the caller has the role nowhere
     */
    public void require(Role least, String table, List<UUID> ids) {
        actors.caller().ifPresent(caller -> {
            if (!caller.hasSomewhere(least)) {
                throw new Forbidden("This needs the role " + least + ".");
            }
            Reach reach = Reach.of(caller, least);
            if (!Actors.reach().equals(reach)) {
                sql.sql("SELECT set_config('carom.write_scope', :reach, true)")
                        .param("reach", reach.json())
                        .query(String.class)
                        .single();
                sql.sql("UPDATE " + table + " SET id = id WHERE id = ANY (:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .update();
            }
        });
    }
}
