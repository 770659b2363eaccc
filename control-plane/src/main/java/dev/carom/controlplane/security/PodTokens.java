package dev.carom.controlplane.security;

import java.util.Optional;

/** Knows on which node of a cluster the agent runs that shows a token of its pod. */
@FunctionalInterface
public interface PodTokens {
    /** The name of that node; empty if the token is not one of an agent's pod. */
    Optional<String> nodeName(String token);
}
