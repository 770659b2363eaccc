package dev.carom.agent.diagnose;

import java.util.ArrayList;
import java.util.List;

/** A frame in one line, for a person. */
final class FrameText {
    private FrameText() {}

    static String of(byte[] frame) {
        return of(PacketReader.read(frame));
    }

    static String of(Heard heard) {
        return heard.from() + " > " + heard.to() + ": " + text(heard.content());
    }

    private static String text(Heard.Content content) {
        return switch (content) {
            case Heard.Neighbor neighbor -> neighbor(neighbor);
            case Heard.Tcp tcp ->
                ip(tcp.ip())
                        + ", TCP %d > %d %s".formatted(tcp.sourcePort(), tcp.port(), flags(tcp))
                        + (tcp.mss() == 0 ? "" : ", MSS " + tcp.mss());
            case Heard.Udp udp -> ip(udp.ip()) + ", UDP %d > %d".formatted(udp.sourcePort(), udp.port());
            case Heard.Echo echo ->
                ip(echo.ip()) + ", echo %s id %d".formatted(echo.reply() ? "reply" : "request", echo.id());
            case Heard.Error error ->
                ip(error.ip())
                        + ", ICMP type %d code %d about a packet to %s"
                                .formatted(error.type(), error.code(), error.quotedDestination());
            case Heard.Other other -> other.what();
        };
    }

    private static String neighbor(Heard.Neighbor neighbor) {
        return neighbor.answer()
                ? neighbor.target() + " is here, " + neighbor.peer()
                : "who has " + neighbor.target() + "? tell " + neighbor.peer();
    }

    private static String ip(Heard.Ip ip) {
        return ip.source() + " > " + ip.destination() + " ttl " + ip.hopLimit();
    }

    private static String flags(Heard.Tcp tcp) {
        List<String> names = new ArrayList<>();
        if (tcp.has(PacketWriter.SYN)) {
            names.add("SYN");
        }
        if (tcp.has(PacketWriter.ACK)) {
            names.add("ACK");
        }
        if (tcp.has(PacketWriter.RST)) {
            names.add("RST");
        }
        return names.isEmpty() ? "flags 0x%02x".formatted(tcp.flags()) : String.join(",", names);
    }
}
