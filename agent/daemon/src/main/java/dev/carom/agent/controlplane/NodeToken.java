package dev.carom.agent.controlplane;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The secret by which a node is known to the control plane. Never printed. */
public record NodeToken(String secret) {
    private static final Pattern UUID_WITHIN =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** The node's id, where the token carries it. */
    public Optional<UUID> node() {
        return UUID_WITHIN
                .matcher(secret)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .map(UUID::fromString);
    }

    @Override
    public String toString() {
        return "NodeToken[…]";
    }
}
