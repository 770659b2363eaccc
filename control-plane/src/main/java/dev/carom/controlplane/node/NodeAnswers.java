package dev.carom.controlplane.node;

import dev.carom.controlplane.command.Answer;
import dev.carom.controlplane.command.Commands;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.Outcome;
import dev.carom.controlplane.problem.Conflict;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks a node and waits for its answer. */
@Component
public class NodeAnswers {
    private static final Duration LIMIT = Duration.ofSeconds(12);
    /** The command's own end comes first. */
    private static final Duration PATIENCE = LIMIT.plusSeconds(5);

    private final Commands commands;
    private final NodeRepository nodes;
    private final TransactionTemplate atOnce;

    /** A request that holds a transaction itself, as an idempotent one does, would wait for what it has not sent. */
    NodeAnswers(Commands commands, NodeRepository nodes, PlatformTransactionManager transactions) {
        this.commands = commands;
        this.nodes = nodes;
        atOnce = new TransactionTemplate(transactions);
        atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws Conflict with the node's name, when it declines or says nothing in time */
    public <T extends Outcome> T ask(UUID node, Order order, Class<T> wanted) {
        UUID command = Objects.requireNonNull(atOnce.execute(sending -> commands.send(node, order, LIMIT)));
        return switch (await(node, command)) {
            case Answer.Result(Outcome outcome) -> wanted.cast(outcome);
            case Answer.Failure(String code, String message) -> throw refused(node, code, message);
            case Answer.Progress progress -> throw new IllegalStateException("not the last answer: " + progress);
        };
    }

    private Answer await(UUID node, UUID command) {
        try {
            return commands.lastAnswer(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw refused(node, "TIMED_OUT", "no answer came in time");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw refused(node, "CANCELLED", "the control plane is shutting down");
        }
    }

    private Conflict refused(UUID node, String code, String message) {
        String name = nodes.findById(node).map(Node::name).orElse(node.toString());
        String advice = switch (code) {
            case "TIMED_OUT" -> " Look at whether the node is connected, and ask again.";
            case "UNSUPPORTED_BY_NODE" -> " Upgrade the agent there.";
            case "BUSY" -> " Ask again in some seconds.";
            default -> "";
        };
        return new Conflict(code, "Node " + name + ": " + message + "." + advice);
    }
}
