package dev.carom.lab.demo;

import dev.carom.lab.capture.Frame;
import dev.carom.lab.topology.HostName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was captured at each host, and whose MAC is whose. */
record Wire(Map<HostName, List<Frame>> frames, Map<String, HostName> macs) {

    record Seen(Frame frame, Frame.Ip packet) {}

    Stream<Seen> packets(HostName host) {
        return frames.getOrDefault(host, List.of()).stream()
                .filter(frame -> frame.payload() instanceof Frame.Ip)
                .map(frame -> new Seen(frame, (Frame.Ip) frame.payload()));
    }

    /** The host's name, or {@code ?} for a MAC of nobody's. */
    String ownerOf(String mac) {
        HostName owner = macs.get(mac);
        return owner == null ? "?" : owner.label();
    }
}
