package dev.carom.controlplane.command;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks nodes to do something now. An order is a row, so that the replica that holds the node's stream hands it over and
 * any replica hears the answers, which it says as {@link HeardAnswer}.
 */
@Component
public class Commands {
    private final CommandStore store;
    private final CommandCodec codec;
    private final ApplicationEventPublisher events;
    private final Map<UUID, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    Commands(CommandStore store, CommandCodec codec, ApplicationEventPublisher events) {
        this.store = store;
        this.codec = codec;
        this.events = events;
    }

    /**
     * Sends once the caller's transaction is done.
     *
     * @param limit without a last answer until then it ends with the failure TIMED_OUT
     * @return the command's id
     */
    @Transactional
    public UUID send(UUID node, Order order, Duration limit) {
        UUID id = UUID.randomUUID();
        store.add(id, node, order.kind(), codec.encode(order), limit);
        return id;
    }

    /** The node is told to stop; what it answers until then is heard. False when it had ended. */
    public boolean cancel(UUID id) {
        return store.cancel(id);
    }

    /** Completes with the last answer, whichever replica hears it. */
    public CompletableFuture<Answer> lastAnswer(UUID id) {
        return waiting.computeIfAbsent(id, unknown -> new CompletableFuture<>());
    }

    /**
     * Takes an answer in. An answer that came before changes nothing.
     *
     * @return false when the node has no such command, or it has ended: nobody listens any more
     */
    @Transactional
    public boolean hear(UUID node, UUID id, RawAnswer answer) {
        return store.running(id)
                .filter(command -> command.node().equals(node))
                .map(command -> {
                    tell(command, answer);
                    return true;
                })
                .orElse(false);
    }

    /** Ends those whose time is over. */
    @Transactional
    void endOverdue() {
        for (CommandStore.Command overdue : store.overdue()) {
            store.cancel(overdue.id());
            store.running(overdue.id())
                    .ifPresent(command -> tell(
                            command,
                            new RawAnswer(
                                    store.nextSequence(command.id()),
                                    true,
                                    RawAnswer.Type.FAILURE,
                                    "TIMED_OUT",
                                    "The node did not answer in time.",
                                    null)));
        }
    }

    private void tell(CommandStore.Command command, RawAnswer answer) {
        if (store.add(command.id(), answer)) {
            events.publishEvent(
                    new HeardAnswer(command.id(), command.node(), answer.last(), answer.read(command.kind(), codec)));
        }
    }

    /** Looks whether any has ended that somebody here waits for. */
    void completeWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        store.lastAnswers(waiting.keySet()).forEach((id, ended) -> {
            CompletableFuture<Answer> future = waiting.remove(id);
            if (future != null) {
                future.complete(ended.answer().read(ended.kind(), codec));
            }
        });
    }
}
