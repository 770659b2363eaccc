package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import dev.carom.controlplane.resource.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Puts a list of differences in place, each by the part that knows its kind. */
@Component
class Parts {
    private static final Comparator<RevisionChange> ORDER =
            Comparator.comparing(difference -> ResourceType.ofNoun(difference.resourceType()));

    /** PostgreSQL takes at most 65,535 parameters. */
    private static final int MOST_AT_ONCE = 10_000;

    private final ObjectProvider<ConfigurationPart> parts;
    private final JdbcClient sql;

    Parts(ObjectProvider<ConfigurationPart> parts, JdbcClient sql) {
        this.parts = parts;
        this.sql = sql;
    }

    /**
     * In the order of the kinds: what others stand on comes first, and goes last.
     *
     * @param pointers where a resource stands in the document that wants it; those that stand nowhere may be missing
     * @throws InvalidResource with all that breaks a rule
     */
    void apply(ChangeLog log, List<RevisionChange> differences, Map<UUID, String> pointers) {
        sql.sql("SET CONSTRAINTS ALL DEFERRED").update();
        load(differences);
        List<Violation> violations = new ArrayList<>();
        for (RevisionChange difference : differences.stream().sorted(ORDER).toList()) {
            if (difference.after() instanceof ObjectNode content) {
                String pointer = pointers.getOrDefault(difference.resourceId(), "");
                try {
                    part(difference).put(log, difference.resourceId(), content);
                } catch (InvalidResource e) {
                    e.violations().forEach(violation -> violations.add(violation.below(pointer)));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidResource(violations);
        }
        differences.stream()
                .filter(difference -> difference.after() == null)
                .sorted(ORDER.reversed())
                .forEach(difference -> part(difference).remove(log, difference.resourceId()));
    }

    private void load(List<RevisionChange> differences) {
        differences.stream()
                .filter(difference -> difference.before() != null)
                .collect(Collectors.groupingBy(
                        RevisionChange::resourceType,
                        Collectors.mapping(RevisionChange::resourceId, Collectors.toList())))
                .forEach((noun, ids) -> {
                    for (int i = 0; i < ids.size(); i += MOST_AT_ONCE) {
                        part(ResourceType.ofNoun(noun)).load(ids.subList(i, Math.min(ids.size(), i + MOST_AT_ONCE)));
                    }
                });
    }

    /** @throws dev.carom.controlplane.problem.UnreadableDocument if the content has not the shape of its kind */
    ObjectNode complete(ResourceType type, ObjectNode content) {
        return part(type).complete(content);
    }

    private ConfigurationPart part(RevisionChange difference) {
        return part(ResourceType.ofNoun(difference.resourceType()));
    }

    private ConfigurationPart part(ResourceType type) {
        return parts.stream().filter(part -> part.type() == type).findAny().orElseThrow();
    }
}
