package dev.carom.lab.demo;

import dev.carom.lab.capture.Frame;
import dev.carom.lab.capture.Protocol;
import dev.carom.lab.topology.HostName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Frames of one connection by way of lb1 and backend2. */
final class ExampleWire {
    static final String CLIENT = "198.51.100.50";
    static final String VIP = "10.0.0.100";
    static final String ROUTER = "02:ca:00:00:01:01";
    static final String LB1 = "02:ca:00:00:01:0b";
    static final String BACKEND2 = "02:ca:00:00:01:16";
    static final Map<String, HostName> MACS =
            Map.of(ROUTER, HostName.ROUTER, LB1, HostName.LB1, BACKEND2, HostName.BACKEND2);

    private ExampleWire() {}

    static Map<HostName, List<Frame>> directReturn() {
        return Map.of(
                HostName.LB1, List.of(frame(ROUTER, LB1, syn("450000"))),
                HostName.BACKEND2, List.of(frame(LB1, BACKEND2, syn("450000"))),
                HostName.ROUTER, List.of(frame(BACKEND2, ROUTER, synAck(VIP))));
    }

    static Frame.Ip syn(String bytes) {
        return new Frame.Ip(CLIENT, VIP, Protocol.TCP, 40000, 80, 0x02, bytes);
    }

    static Frame.Ip synAck(String source) {
        return new Frame.Ip(source, CLIENT, Protocol.TCP, 80, 40000, 0x12, "450001");
    }

    static Frame frame(String source, String destination, Frame.Ip packet) {
        return new Frame(Instant.EPOCH, source, destination, packet);
    }
}
