package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What one node group must do at a revision; the pure twin of the contract's message of that name. */
public record DesiredState(
        UUID nodeGroup,
        HashKey hashKey,
        List<Network> networks,
        List<Vip> vips,
        List<Listener> listeners,
        List<Pool> pools,
        List<HealthMonitor> monitors,
        List<VirtualRouter> virtualRouters,
        List<Node> nodes) {

    public DesiredState {
        networks = List.copyOf(networks);
        vips = List.copyOf(vips);
        listeners = List.copyOf(listeners);
        pools = List.copyOf(pools);
        monitors = List.copyOf(monitors);
        virtualRouters = List.copyOf(virtualRouters);
        nodes = List.copyOf(nodes);
    }

    /** The group's secret of 128 bits, as two longs in network order. */
    public record HashKey(long high, long low) {}

    /** DEPARTING is a deleted backend within its pool's drain timeout; it behaves as DRAINING. */
    public enum AdminState {
        ENABLED,
        DRAINING,
        DISABLED,
        DEPARTING
    }

    public enum NetworkRole {
        CLIENT,
        BACKEND,
        BOTH
    }

    /** {@code vlanId} 0 is untagged; {@code mtu} 0 is what the link says. */
    public record Network(
            UUID id,
            String name,
            String interfaceSelector,
            int vlanId,
            List<IpPrefix> subnets,
            int mtu,
            NetworkRole role) {
        public Network {
            subnets = List.copyOf(subnets);
        }
    }

    public record Node(UUID id, String name, List<IpAddress> addresses, List<MacAddress> macs) {
        public Node {
            addresses = List.copyOf(addresses);
            macs = List.copyOf(macs);
        }
    }

    public enum UnmatchedPortPolicy {
        DROP,
        REJECT
    }

    /** {@code newFlowsPerSecond} 0 is no limit. */
    public record Vip(
            UUID id,
            String name,
            IpAddress address,
            AdminState state,
            UnmatchedPortPolicy unmatchedPortPolicy,
            int newFlowsPerSecond) {}

    public enum Protocol {
        TCP,
        UDP
    }

    /** Inclusive at both ends. */
    public record PortRange(int first, int last) {}

    public record Listener(
            UUID id,
            UUID vip,
            String name,
            Protocol protocol,
            List<PortRange> ports,
            UUID pool,
            AdminState state,
            List<IpPrefix> allowedSources,
            List<IpPrefix> deniedSources,
            int newFlowsPerSecondPerSource) {
        public Listener {
            ports = List.copyOf(ports);
            allowedSources = List.copyOf(allowedSources);
            deniedSources = List.copyOf(deniedSources);
        }
    }

    public enum Algorithm {
        MAGLEV,
        ROUND_ROBIN,
        LEAST_CONNECTIONS,
        SOURCE_IP
    }

    public enum AllDownPolicy {
        DROP,
        FORWARD_ALL,
        FALLBACK
    }

    public enum OnBackendDown {
        MOVE,
        KEEP
    }

    public record Affinity(int ipv4PrefixLength, int ipv6PrefixLength, Duration timeout) {}

    /** {@code panicThresholdPercent} 0 is off; without a monitor the backends count as up. */
    public record Pool(
            UUID id,
            String name,
            Algorithm algorithm,
            Optional<Affinity> affinity,
            AllDownPolicy allDownPolicy,
            Optional<UUID> fallbackPool,
            OnBackendDown onBackendDown,
            int panicThresholdPercent,
            Duration drainTimeout,
            Duration slowStart,
            Optional<UUID> monitor,
            List<Backend> backends) {
        public Pool {
            backends = List.copyOf(backends);
        }

        /** The same with other backends. */
        Pool with(List<Backend> others) {
            return new Pool(
                    id,
                    name,
                    algorithm,
                    affinity,
                    allDownPolicy,
                    fallbackPool,
                    onBackendDown,
                    panicThresholdPercent,
                    drainTimeout,
                    slowStart,
                    monitor,
                    others);
        }
    }

    public enum BackendKind {
        LOOPBACK,
        KUBE_PROXY
    }

    /** {@code mac} is one pinned by the operator; {@code weight} 0-256, 0 takes no new flows. */
    public record Backend(
            UUID id,
            String name,
            IpAddress address,
            Optional<MacAddress> mac,
            int weight,
            AdminState state,
            Optional<Instant> drainDeadline,
            BackendKind kind,
            boolean forwardsForOthers) {
        /** The same as if the operator had just said so: a drain begins. */
        Backend with(AdminState otherState, int otherWeight) {
            Optional<Instant> deadline = otherState == state ? drainDeadline : Optional.empty();
            return new Backend(id, name, address, mac, otherWeight, otherState, deadline, kind, forwardsForOthers);
        }
    }

    public enum MonitorType {
        TCP,
        HTTP,
        HTTPS,
        UDP,
        ICMP,
        DNS
    }

    public enum MonitorPath {
        DSR,
        DIRECT,
        BOTH
    }

    /**
     * {@code port} 0 is the listener's first port.
     *
     * @param jitterPercent by how many hundredths of the interval a probe starts later, at most and at random
     */
    public record HealthMonitor(
            UUID id,
            String name,
            MonitorType type,
            MonitorPath path,
            Duration interval,
            int jitterPercent,
            Duration timeout,
            int rise,
            int fall,
            int port,
            Optional<HttpCheck> http,
            Optional<UdpCheck> udp) {}

    public record HttpCheck(
            String method,
            String path,
            String host,
            List<String> expectedCodes,
            String expectedBody,
            boolean verifyCertificate) {
        public HttpCheck {
            expectedCodes = List.copyOf(expectedCodes);
        }
    }

    public record UdpCheck(String sendHex, String expectHex) {}

    /** The node with the highest priority owns the VIPs. */
    public record VirtualRouter(
            UUID id, int vrid, List<UUID> vips, Map<UUID, Integer> priorityByNode, Duration advertInterval) {
        public VirtualRouter {
            vips = List.copyOf(vips);
            priorityByNode = Map.copyOf(priorityByNode);
        }
    }
}
