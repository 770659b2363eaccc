package dev.carom.controlplane.node;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.ByIds;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Resources;
import dev.carom.controlplane.resource.Revised;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.NodeTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes nodes, and hands out their tokens. */
@Service
public class Nodes implements Resources<Node, NodeSpec> {
    private final Configuration configuration;
    private final NodeRepository nodes;
    private final NodeGroupRepository groups;
    private final NodeTokens tokens;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    Nodes(
            Configuration configuration,
            NodeRepository nodes,
            NodeGroupRepository groups,
            NodeTokens tokens,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.configuration = configuration;
        this.nodes = nodes;
        this.groups = groups;
        this.tokens = tokens;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** A new node with its token, which nobody can show again. */
    public record Created(Node node, String token) {}

    @Override
    public Node find(UUID id) {
        return nodes.findById(id).orElseThrow(() -> new NotFound("node", id));
    }

    @Override
    public List<Node> findAll(Collection<UUID> ids) {
        return ByIds.of(nodes, ids);
    }

    /** @throws AlreadyThere if there is one with this id */
    public Revised<Created> create(UUID id, NodeSpec spec) {
        return configuration.change(log -> {
            if (nodes.existsById(id)) {
                throw new AlreadyThere("node", id);
            }
            Instant now = clock.instant();
            NodeGroup group = groups.findById(spec.nodeGroupId())
                    .orElseThrow(() -> new InvalidResource(
                            "/nodeGroupId",
                            "NODE_GROUP_UNKNOWN",
                            "There is no node group " + spec.nodeGroupId() + ": create it first."));
            Node node = nodes.saveAndFlush(new Node(id, spec, now));
            log.creating(node);
            log.changing(group);
            group.join(node.id(), now);
            log.recheck(new Recheck(Recheck.Subject.NODE, node.id(), "/addresses"));
            return new Created(node, tokens.issue(node.id()));
        });
    }

    @Override
    public Revised<Node> change(UUID id, ExpectedVersion expected, UnaryOperator<NodeSpec> edit) {
        return configuration.change(log -> {
            Node node = find(id);
            expected.check(node);
            NodeSpec wanted = edit.apply(node.spec());
            if (!wanted.equals(node.spec())) {
                log.changing(node);
                node.change(wanted, clock.instant());
                log.recheck(new Recheck(Recheck.Subject.NODE, id, "/addresses"));
            }
            return node;
        });
    }

    /** Its VIPs go to the nodes that remain. */
    public Revised<Node> delete(UUID id, ExpectedVersion expected) {
        return configuration.change(log -> {
            Node node = find(id);
            expected.check(node);
            groups.findById(node.nodeGroupId()).ifPresent(group -> {
                log.changing(group);
                group.leave(id, clock.instant());
            });
            log.deleting(node);
            nodes.delete(node);
            return node;
        });
    }

    /** A new token; the old one is worthless at once. */
    @Transactional
    public String renewToken(UUID id) {
        Node node = find(id);
        audit.record(
                clock.instant(),
                actors.current(),
                null,
                List.of(new AuditTrail.Deed("TOKEN_RENEWED", node.type().noun(), id, node.name())));
        return tokens.issue(id);
    }
}
