package dev.carom.agent.diagnose;

import dev.carom.agent.packet.IpAddress;
import java.util.Optional;
import java.util.function.Function;

/** How the answers to IP packets are recognised: by the address and port asked, and the id or source port used. */
final class Replies {

    private Replies() {}

    static Function<Heard, Optional<Reply>> ofSyn(IpAddress target, int port, int id) {
        return heard -> switch (heard.content()) {
            case Heard.Tcp tcp
            when tcp.ip().source().equals(target) && tcp.sourcePort() == port && tcp.port() == id ->
                Optional.of(tcp.has(PacketWriter.RST) ? Reply.REFUSED : new Reply.Accepted(tcp.mss()));
            case Heard.Error error -> error(error, target, id, Reply.PROHIBITED);
            default -> Optional.empty();
        };
    }

    static Function<Heard, Optional<Reply>> ofUdp(IpAddress target, int port, int id) {
        return heard -> switch (heard.content()) {
            case Heard.Udp udp
            when udp.ip().source().equals(target) && udp.sourcePort() == port && udp.port() == id ->
                Optional.of(Reply.ANSWERED);
            case Heard.Error error -> error(error, target, id, Reply.REFUSED);
            default -> Optional.empty();
        };
    }

    static Function<Heard, Optional<Reply>> ofEcho(IpAddress target, int id) {
        return heard -> switch (heard.content()) {
            case Heard.Echo echo
            when echo.reply() && echo.id() == id && echo.ip().source().equals(target) -> Optional.of(Reply.ANSWERED);
            case Heard.Error error -> error(error, target, id, Reply.PROHIBITED);
            default -> Optional.empty();
        };
    }

    /** A parameter problem (RFC 792) comes from the VIP where that is local, else from the host's own address. */
    static Function<Heard, Optional<Reply>> ofBrokenOption(IpAddress vip, int id) {
        return heard -> switch (heard.content()) {
            case Heard.Error error
            when error.quotedDestination().equals(vip) && error.type() == 12 ->
                Optional.of(error.ip().source().equals(vip) ? Reply.ANSWERED : Reply.ROUTED);
            case Heard.Error error -> error(error, vip, id, Reply.PROHIBITED);
            default -> Optional.empty();
        };
    }

    /** {@code portUnreachable} is what that error says of the question. */
    private static Optional<Reply> error(Heard.Error error, IpAddress target, int id, Reply portUnreachable) {
        if (!error.quotedDestination().equals(target) || error.quotedId() != id) {
            return Optional.empty();
        }
        return target.isIpv4() ? ipv4(error, portUnreachable) : ipv6(error, portUnreachable);
    }

    /** RFC 792, and RFC 1812 5.2.7.1 for the codes by which firewalls refuse. */
    private static Optional<Reply> ipv4(Heard.Error error, Reply portUnreachable) {
        return switch (error.type()) {
            case 11 -> Optional.of(Reply.ROUTED);
            case 3 ->
                switch (error.code()) {
                    case 3 -> Optional.of(portUnreachable);
                    case 9, 10, 13 -> Optional.of(Reply.PROHIBITED);
                    default -> Optional.of(Reply.ROUTED);
                };
            default -> Optional.empty();
        };
    }

    /** RFC 4443 3. */
    private static Optional<Reply> ipv6(Heard.Error error, Reply portUnreachable) {
        return switch (error.type()) {
            case 3 -> Optional.of(Reply.ROUTED);
            case 1 ->
                switch (error.code()) {
                    case 4 -> Optional.of(portUnreachable);
                    case 1, 5, 6 -> Optional.of(Reply.PROHIBITED);
                    default -> Optional.of(Reply.ROUTED);
                };
            default -> Optional.empty();
        };
    }
}
