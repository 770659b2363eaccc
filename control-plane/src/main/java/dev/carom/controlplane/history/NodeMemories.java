package dev.carom.controlplane.history;

import dev.carom.controlplane.command.Answer;
import dev.carom.controlplane.command.Commands;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.Recollection;
import dev.carom.controlplane.telemetry.NodeReport;
import dev.carom.controlplane.telemetry.NodeReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks nodes for the seconds that they keep. A node that does not answer soon leaves a gap. */
@Component
class NodeMemories {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final long SECOND_MILLIS = 1_000;
    /** A node that stood still for longer cannot say when it did what. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Commands commands;
    private final NodeReports reports;
    private final Clock clock;

    NodeMemories(Commands commands, NodeReports reports, Clock clock) {
        this.commands = commands;
        this.reports = reports;
        this.clock = clock;
    }

    /** In pieces of a second, of those nodes that reported lately. */
    List<Piece> recall(UUID series, List<UUID> nodes) {
        Set<UUID> heard = reports.fresh().stream().map(NodeReport::nodeId).collect(Collectors.toSet());
        Map<UUID, CompletableFuture<Answer>> asked = new HashMap<>();
        for (UUID node : nodes) {
            if (heard.contains(node)) {
                asked.put(node, commands.lastAnswer(commands.send(node, new Order.Recall(series), LIMIT)));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        asked.forEach((node, answer) -> {
            if (await(answer) instanceof Answer.Result(Recollection kept)) {
                pieces.addAll(pieces(series, node, kept, clock.instant()));
            }
        });
        return pieces;
    }

    private static Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.get(LIMIT.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return new Answer.Failure("TIMED_OUT", "");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Failure("CANCELLED", "");
        }
    }

    static List<Piece> pieces(UUID series, UUID node, Recollection kept, Instant now) {
        return kept.seconds().stream()
                .filter(second -> second.length().compareTo(LONGEST) <= 0)
                .flatMap(second -> {
                    long end = now.minus(second.ago()).toEpochMilli();
                    Amounts amounts = new Amounts(second.packets(), second.bytes(), second.newFlows(), second.flows());
                    return Share.of(end - second.length().toMillis(), end, SECOND_MILLIS).stream()
                            .map(share -> new Piece(
                                    series,
                                    node,
                                    Instant.ofEpochMilli(share.start()),
                                    SECOND_MILLIS,
                                    share.covered(),
                                    amounts.between(share.from(), share.until())));
                })
                .toList();
    }
}
