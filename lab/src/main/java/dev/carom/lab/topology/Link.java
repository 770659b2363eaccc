package dev.carom.lab.topology;

/** One end of a wire inside a host. A host's first device is {@code eth0}. */
public record Link(HostName host, String device, Segment segment) {

    public String mac() {
        return segment.mac(host);
    }

    public String ipv4() {
        return segment.ipv4(host.number());
    }

    public String ipv6() {
        return segment.ipv6(host.number());
    }
}
