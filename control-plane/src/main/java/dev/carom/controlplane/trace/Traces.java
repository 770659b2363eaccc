package dev.carom.controlplane.trace;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.command.Answer;
import dev.carom.controlplane.command.Commands;
import dev.carom.controlplane.command.Diagnosis;
import dev.carom.controlplane.command.Explanation;
import dev.carom.controlplane.command.Flow;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.Outcome;
import dev.carom.controlplane.doctor.Owners;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Asks the owner of a VIP, and waits for its answer. */
@Component
public class Traces {
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LIMIT = Duration.ofSeconds(12);
    /** The command's own end comes first. */
    private static final Duration PATIENCE = LIMIT.plusSeconds(5);

    private final VipRepository vips;
    private final Owners owners;
    private final Commands commands;
    private final Clock clock;

    Traces(VipRepository vips, Owners owners, Commands commands, Clock clock) {
        this.vips = vips;
        this.owners = owners;
        this.commands = commands;
        this.clock = clock;
    }

    public FlowTrace explain(Flow flow) {
        checkPort("/sourcePort", flow.sourcePort());
        checkPort("/destinationPort", flow.destinationPort());
        UUID node = owner(vipAt(flow.destination()));
        return FlowTrace.of(node, ask(node, new Order.Explain(flow)));
    }

    /** Waits some seconds for a client's packet. */
    public PacketPath packetPath(UUID id) {
        Vip vip = vips.findById(id).orElseThrow(() -> new NotFound("VIP", id));
        UUID node = owner(vip);
        Explanation explanation = ask(node, new Order.ExplainNext(vip.spec().address()));
        return PacketPath.of(node, clock.instant(), explanation);
    }

    private static void checkPort(String pointer, int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new InvalidResource(pointer, "PORT_OUT_OF_RANGE", "A port lies within 1-" + HIGHEST_PORT + ".");
        }
    }

    private Vip vipAt(IpAddress address) {
        return vips.findAll().stream()
                .filter(vip -> vip.spec().address().equals(address))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidResource("/destination", "NOT_A_VIP", "No VIP has the address " + address + "."));
    }

    private UUID owner(Vip vip) {
        return owners.of(vip)
                .orElseThrow(() -> new Conflict(
                        "NO_NODE_CONNECTED", "No node of the VIP's group is connected: there is nobody to ask."));
    }

    private Explanation ask(UUID node, Order order) {
        UUID command = commands.send(node, order, LIMIT);
        return switch (await(command)) {
            case Answer.Result(Outcome outcome) ->
                switch (outcome) {
                    case Explanation explanation -> explanation;
                    case Diagnosis other -> throw new IllegalStateException("not what was asked: " + other);
                    case Outcome.Done other -> throw new IllegalStateException("not what was asked: " + other);
                };
            case Answer.Failure(String code, String message) -> throw new Conflict(code, message);
            case Answer.Progress progress -> throw new IllegalStateException("not the last answer");
        };
    }

    private Answer await(UUID command) {
        try {
            return commands.lastAnswer(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            throw new Conflict("TIMED_OUT", "The node did not answer in time.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Conflict("CANCELLED", "The control plane is shutting down.");
        }
    }
}
