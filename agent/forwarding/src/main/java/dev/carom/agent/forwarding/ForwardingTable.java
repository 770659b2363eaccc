package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.packet.IpAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A DesiredState compiled with health, MACs and role: immutable, swapped by one reference. */
public final class ForwardingTable {
    /** Knows no VIP: everything passes. */
    public static final ForwardingTable EMPTY =
            new ForwardingTable(new HashKey(0, 0), List.of(), List.of(), List.of(), new long[0]);

    private final HashKey hashKey;
    private final NodePort[] ports;
    private final List<VipEntry> vips;
    private final VipIndex index;
    private final BackendEntry[] backends;
    private final long[] peerMacs;

    /** VIPs and backends in the order of their index; {@code peerMacs} sorted. */
    ForwardingTable(
            HashKey hashKey, List<NodePort> ports, List<VipEntry> vips, List<BackendEntry> backends, long[] peerMacs) {
        this.hashKey = hashKey;
        this.ports = ports.toArray(NodePort[]::new);
        this.vips = List.copyOf(vips);
        this.index = new VipIndex(vips);
        this.backends = backends.toArray(BackendEntry[]::new);
        this.peerMacs = peerMacs;
    }

    /** One VIP as this table holds it; {@code owned} means that this node answers ARP, NDP and echo for it. */
    public record VipSummary(UUID id, String name, IpAddress address, boolean owned) {}

    /** All VIPs of the node group that this table serves, by address: what the node's kernel must be kept off. */
    public List<VipSummary> vips() {
        return vips.stream()
                .map(ForwardingTable::summary)
                .sorted(Comparator.comparing(VipSummary::address))
                .toList();
    }

    /** The VIPs that this node answers for, by address: what is to be announced. */
    public List<VipSummary> ownedVips() {
        return vips().stream().filter(VipSummary::owned).toList();
    }

    public Optional<VipSummary> vip(IpAddress address) {
        return Optional.ofNullable(find(address.high(), address.low())).map(ForwardingTable::summary);
    }

    /** Canonical text of everything the table decides by, one fact a line; equal tables have equal lines. */
    public List<String> describe() {
        return new TableDescription(this).lines();
    }

    /** SHA-256 in hex, computed anew from the content at each call: proves what is loaded. */
    public String contentHash() {
        return TableDescription.hash(describe());
    }

    private static VipSummary summary(VipEntry vip) {
        return new VipSummary(vip.id(), vip.name(), vip.address(), vip.owned());
    }

    HashKey hashKey() {
        return hashKey;
    }

    List<VipEntry> vipEntries() {
        return vips;
    }

    @Nullable VipEntry find(long high, long low) {
        return index.find(high, low);
    }

    int backendCount() {
        return backends.length;
    }

    BackendEntry backend(int backend) {
        return backends[backend];
    }

    /** The attached interface of that index, if it was there when the table was compiled. */
    @Nullable NodePort port(int ingressInterface) {
        return ingressInterface >= 0 && ingressInterface < ports.length ? ports[ingressInterface] : null;
    }

    List<NodePort> ports() {
        return List.of(ports);
    }

    boolean isPeer(long mac) {
        return peerMacs.length > 0 && Arrays.binarySearch(peerMacs, mac) >= 0;
    }

    long[] peerMacs() {
        return peerMacs.clone();
    }
}
