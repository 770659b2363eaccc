package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.packet.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What this node does now, published by the reconciler for those who report it.
 *
 * @param errors resources of the state that were left out
 * @param announced the VIPs that the segment was told live here
 * @param roles by virtual router
 * @param view what the engine's table was compiled with, beside the state
 * @param verified the engine's table was read back and found equal to the compiler's
 */
public record Running(
        Optional<RevisionedState> state,
        List<ResourceError> errors,
        Set<IpAddress> announced,
        Map<UUID, Role> roles,
        Optional<NodeView> view,
        boolean verified) {
    public static final Running NOTHING =
            new Running(Optional.empty(), List.of(), Set.of(), Map.of(), Optional.empty(), false);

    public Running {
        errors = List.copyOf(errors);
        announced = Set.copyOf(announced);
        roles = Map.copyOf(roles);
    }

    /** Of a node whose table nobody asks about. */
    public Running(
            Optional<RevisionedState> state,
            List<ResourceError> errors,
            Set<IpAddress> announced,
            Map<UUID, Role> roles,
            boolean verified) {
        this(state, errors, announced, roles, Optional.empty(), verified);
    }

    /** Whether this node owns a virtual router's VIPs, and since when. */
    public record Role(boolean owner, Instant since) {}
}
