package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.controlplane.channel.connect.ConnectCode;
import dev.carom.controlplane.channel.connect.ConnectException;
import dev.carom.controlplane.node.NodeRepository;
import dev.carom.controlplane.security.NodeTokens;
import dev.carom.controlplane.security.PodTokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds out which node calls. Nothing but a node's token, or in a cluster its agent's pod's, is taken here, and that opens
 * nothing else.
 */
@Component
class NodeAuthentication {
    private static final String BEARER = "Bearer ";

    private final NodeTokens tokens;
    private final NodeRepository nodes;
    private final ObjectProvider<PodTokens> podTokens;

    NodeAuthentication(NodeTokens tokens, NodeRepository nodes, ObjectProvider<PodTokens> podTokens) {
        this.tokens = tokens;
        this.nodes = nodes;
        this.podTokens = podTokens;
    }

    /** @throws ConnectException unauthenticated, unless the header carries a node's token */
    AuthenticatedNode authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new ConnectException(ConnectCode.UNAUTHENTICATED, "Send the node's token: Authorization: Bearer …");
        }
        String token = authorization.substring(BEARER.length()).strip();
        return tokens.authenticate(token)
                .map(holder -> new AuthenticatedNode(holder.node(), holder.nodeGroup()))
                .or(() -> ofPod(token))
                .orElseThrow(() -> new ConnectException(ConnectCode.UNAUTHENTICATED, "No node has this token."));
    }

    private Optional<AuthenticatedNode> ofPod(String token) {
        return Optional.ofNullable(podTokens.getIfAvailable())
                .flatMap(cluster -> cluster.nodeName(token))
                .flatMap(nodes::findByName)
                .map(node -> new AuthenticatedNode(node.id(), node.nodeGroupId()));
    }

    /**
     * A node speaks for itself alone; one that does not know its id yet leaves it empty.
     *
     * @throws ConnectException permission_denied if the id is another node's
     */
    static void requireOwn(AuthenticatedNode node, ByteString claimed) {
        if (!claimed.isEmpty() && !claimed.equals(Ids.toBytes(node.id()))) {
            throw new ConnectException(
                    ConnectCode.PERMISSION_DENIED, "The token is node " + node.id() + "'s: node_id names another.");
        }
    }
}
