package dev.carom.controlplane.config;

import dev.carom.controlplane.resource.ResourceType;
import java.util.Collection;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the resources of one kind in place as a whole configuration wants them: one that was, or one that a document
 * describes. Each kind provides its own. Called within a change, whose constraints are deferred: what another resource
 * of the same configuration needs may come later.
 */
public interface ConfigurationPart {
    ResourceType type();

    /**
     * The content with every property: what it leaves out has its default.
     *
     * @throws dev.carom.controlplane.problem.UnreadableDocument if it has not the shape of its kind
     */
    ObjectNode complete(ObjectNode content);

    /** Reads them in one statement, so that {@link #put} finds them without asking for each. */
    void load(Collection<UUID> ids);

    /**
     * Creates it with this id, or changes it to be so; nothing if it is so already.
     *
     * @param content as {@link dev.carom.controlplane.resource.Resource#content} gives it to revisions
     * @throws dev.carom.controlplane.problem.InvalidResource if the content breaks a rule
     */
    void put(ChangeLog log, UUID id, ObjectNode content);

    /** Deletes it at once; nothing if it is not there. */
    void remove(ChangeLog log, UUID id);
}
