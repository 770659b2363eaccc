package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.Optional;

/** Waits for a client's packet to a VIP. */
final class FlowWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A packet as it came in; {@code from} is the last hop's MAC: the router's, or the client's on the same segment. */
    record Seen(FlowQuestion flow, MacAddress from, MacAddress to) {}

    private FlowWatch() {}

    /** Empty when none came within five seconds. */
    static Optional<Seen> next(AttachedInterface link, IpAddress vip) throws InterruptedException {
        String filter = "ether dst %s and dst host %s and (tcp or udp)".formatted(link.mac(), vip);
        try (Wire wire = Wire.open(link, filter)) {
            return wire.await(FlowWatch::flow, PATIENCE);
        }
    }

    private static Optional<Seen> flow(Heard heard) {
        return switch (heard.content()) {
            case Heard.Tcp tcp -> Optional.of(seen(heard, tcp.ip(), Protocol.TCP, tcp.sourcePort(), tcp.port()));
            case Heard.Udp udp -> Optional.of(seen(heard, udp.ip(), Protocol.UDP, udp.sourcePort(), udp.port()));
            default -> Optional.empty();
        };
    }

    private static Seen seen(Heard heard, Heard.Ip ip, Protocol protocol, int sourcePort, int port) {
        FlowQuestion flow = new FlowQuestion(ip.source(), ip.destination(), protocol, sourcePort, port);
        return new Seen(flow, heard.from(), heard.to());
    }
}
