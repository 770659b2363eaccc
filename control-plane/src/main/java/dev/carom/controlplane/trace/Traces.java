package dev.carom.controlplane.trace;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.command.Explanation;
import dev.carom.controlplane.command.Flow;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.doctor.Owners;
import dev.carom.controlplane.node.NodeAnswers;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the owner of a VIP where its flows go. */
@Component
public class Traces {
    private static final int HIGHEST_PORT = 65_535;

    private final VipRepository vips;
    private final Owners owners;
    private final NodeAnswers answers;
    private final Clock clock;

    Traces(VipRepository vips, Owners owners, NodeAnswers answers, Clock clock) {
        this.vips = vips;
        this.owners = owners;
        this.answers = answers;
        this.clock = clock;
    }

    public FlowTrace explain(Flow flow) {
        check(flow);
        UUID node = owners.require(vipAt(flow.destination()));
        return new FlowTrace(node, answers.ask(node, new Order.Explain(flow), Explanation.class));
    }

    /** Waits some seconds for a client's packet. */
    public PacketPath packetPath(UUID id) {
        Vip vip = vips.findById(id).orElseThrow(() -> new NotFound("VIP", id));
        UUID node = owners.require(vip);
        Explanation explanation =
                answers.ask(node, new Order.ExplainNext(vip.spec().address()), Explanation.class);
        return PacketPath.of(node, clock.instant(), explanation);
    }

    private static void check(Flow flow) {
        Violations violations = new Violations();
        checkPort("/sourcePort", flow.sourcePort(), violations);
        checkPort("/destinationPort", flow.destinationPort(), violations);
        violations.unless(
                flow.source().toBytes().length == flow.destination().toBytes().length,
                "/source",
                "ADDRESS_FAMILY_MISMATCH",
                "Source and destination are both IPv4 or both IPv6.");
        violations.refuse();
    }

    private static void checkPort(String pointer, int port, Violations violations) {
        violations.unless(
                port >= 1 && port <= HIGHEST_PORT,
                pointer,
                "PORT_OUT_OF_RANGE",
                "A port lies within 1-" + HIGHEST_PORT + ".");
    }

    private Vip vipAt(IpAddress address) {
        return vips.findByAddress(address)
                .orElseThrow(() ->
                        new InvalidResource("/destination", "NOT_A_VIP", "No VIP has the address " + address + "."));
    }
}
