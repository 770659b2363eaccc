package dev.carom.controlplane.config;

import dev.carom.controlplane.resource.ResourceType;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Puts a list of differences in place, each by the part that knows its kind. */
@Component
class Parts {
    private final ObjectProvider<ConfigurationPart> parts;
    private final JdbcClient sql;

    Parts(ObjectProvider<ConfigurationPart> parts, JdbcClient sql) {
        this.parts = parts;
        this.sql = sql;
    }

    /** In the order of the kinds: what others stand on comes first, and goes last. */
    void apply(ChangeLog log, List<RevisionChange> differences) {
        sql.sql("SET CONSTRAINTS ALL DEFERRED").update();
        Map<ResourceType, ConfigurationPart> byType = new EnumMap<>(ResourceType.class);
        parts.forEach(part -> byType.put(part.type(), part));
        Comparator<RevisionChange> order = Comparator.comparing(difference -> ResourceType.ofNoun(difference.resourceType()));
        differences.stream().filter(difference -> difference.after() != null).sorted(order).forEach(difference ->
                part(byType, difference).put(log, difference.resourceId(), (ObjectNode) Objects.requireNonNull(difference.after())));
        differences.stream().filter(difference -> difference.after() == null).sorted(order.reversed()).forEach(difference ->
                part(byType, difference).remove(log, difference.resourceId()));
    }

    private static ConfigurationPart part(Map<ResourceType, ConfigurationPart> byType, RevisionChange difference) {
        return Objects.requireNonNull(
                byType.get(ResourceType.ofNoun(difference.resourceType())), difference.resourceType());
    }
}
