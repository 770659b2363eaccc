package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.neighbor.ArpFrame;
import dev.carom.agent.neighbor.NeighborDiscoveryFrame;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** One packet to a VIP at one backend's MAC, past this host's routes, filters and firewall; and what comes back. */
public record VipQuestion(AttachedInterface link, IpAddress own, IpAddress vip, IpAddress backend, BackendKind kind) {
    private static final int ONE_HOP = 1;
    private static final int HOPS = 64;
    private static final int SEQUENCE = 0x0ca30_000;
    private static final int MSS = 536;
    /** Below the source ports of probes (docs/health.md), above those of the doctor's own block. */
    private static final int FIRST_PORT = 59_300;

    private static final int PORTS = 1_000;

    public enum Outcome {
        /** By an echo reply, or by accepting or refusing the connection. */
        ANSWERED,
        /** The backend was found, and said nothing. */
        SILENT,
        /** It routes packets for the VIP on: the VIP is not there. */
        ROUTED_ON,
        PROHIBITED,
        /** Nobody answers for the backend's own address. */
        UNRESOLVED
    }

    /**
     * Takes no longer than this: half of it for the MAC, the rest for the answer.
     *
     * @throws DiagnosisException when this node cannot listen on its interface
     */
    public Outcome echo(Duration timeout) throws InterruptedException {
        int id = ThreadLocalRandom.current().nextInt(1 << 16);
        return ask(timeout, path -> PacketWriter.echo(path, id), Replies.ofEcho(vip, id));
    }

    /** The same with a SYN. The kernel resets what it knows nothing of. */
    public Outcome connect(int port, Duration timeout) throws InterruptedException {
        int source = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
        return ask(
                timeout,
                path -> PacketWriter.tcp(path, source, port, SEQUENCE, 0, PacketWriter.SYN, MSS),
                Replies.ofSyn(vip, port, source));
    }

    private Outcome ask(
            Duration timeout, Function<PacketWriter.Path, byte[]> packet, Function<Heard, Optional<Reply>> reading)
            throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        try (Wire wire = Wire.open(link, filter())) {
            wire.send(
                    vip.isIpv4()
                            ? ArpFrame.request(link.mac(), own, backend, MacAddress.BROADCAST)
                            : NeighborDiscoveryFrame.solicitation(link.mac(), own, backend, Optional.empty()));
            Optional<MacAddress> mac = wire.await(this::mac, timeout.dividedBy(2));
            if (mac.isEmpty()) {
                return Outcome.UNRESOLVED;
            }
            int hops = kind == BackendKind.LOOPBACK ? ONE_HOP : HOPS;
            wire.send(packet.apply(new PacketWriter.Path(link.mac(), mac.orElseThrow(), own, vip, hops)));
            return wire.await(reading, Duration.ofNanos(Math.max(0, end - System.nanoTime())))
                    .map(VipQuestion::outcome)
                    .orElse(Outcome.SILENT);
        }
    }

    private static Outcome outcome(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> Outcome.ANSWERED;
            case Reply.Accepted accepted -> Outcome.ANSWERED;
            case Reply.Refused refused -> Outcome.ANSWERED;
            case Reply.Routed routed -> Outcome.ROUTED_ON;
            case Reply.Prohibited prohibited -> Outcome.PROHIBITED;
            case Reply.Silent silent -> Outcome.SILENT;
            case Reply.NotAsked notAsked -> Outcome.SILENT;
        };
    }

    private Optional<MacAddress> mac(Heard heard) {
        return heard.content() instanceof Heard.Neighbor neighbor
                        && neighbor.answer()
                        && neighbor.target().equals(backend)
                ? Optional.of(heard.from())
                : Optional.empty();
    }

    private String filter() {
        return "arp or (icmp6 and ip6[40] = 136) or (dst host %1$s and (icmp or icmp6 or src host %2$s))"
                .formatted(own, vip);
    }
}
