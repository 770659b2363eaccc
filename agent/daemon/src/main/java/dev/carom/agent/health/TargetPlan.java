package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.AllDownPolicy;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.DesiredState.Vip;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.packet.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a desired state asks this node to probe, and what of it the node cannot. A KUBE_PROXY backend is probed as a
 * LOOPBACK one: for it the probe is the only proof there is. A pool that no listener uses is not probed.
 */
public record TargetPlan(List<Target> targets, List<ResourceError> errors) {
    public TargetPlan {
        targets = List.copyOf(targets);
        errors = List.copyOf(errors);
    }

    public static TargetPlan of(DesiredState desired, List<NodeView.Interface> interfaces) {
        return new Planner(desired, interfaces).plan();
    }

    private static final class Planner {
        private final DesiredState desired;
        private final Map<UUID, Vip> vips;
        private final Map<UUID, Pool> pools;
        private final Map<UUID, HealthMonitor> monitors;
        private final Map<UUID, Network> networks;
        private final List<NodeView.Interface> interfaces;
        private final Map<Target.Key, Target> targets = new LinkedHashMap<>();
        private final Set<ResourceError> errors = new LinkedHashSet<>();

        Planner(DesiredState desired, List<NodeView.Interface> interfaces) {
            this.desired = desired;
            this.vips = byId(desired.vips(), Vip::id);
            this.pools = byId(desired.pools(), Pool::id);
            this.monitors = byId(desired.monitors(), HealthMonitor::id);
            this.networks = byId(desired.networks(), Network::id);
            this.interfaces = interfaces;
        }

        TargetPlan plan() {
            for (Listener listener : desired.listeners()) {
                Vip vip = vips.get(listener.vip());
                if (vip != null && isOn(vip.state()) && isOn(listener.state())) {
                    poolsOf(listener).forEach(pool -> plan(vip, listener, pool));
                }
            }
            return new TargetPlan(new ArrayList<>(targets.values()), new ArrayList<>(errors));
        }

        private List<Pool> poolsOf(Listener listener) {
            List<Pool> found = new ArrayList<>();
            Optional.ofNullable(pools.get(listener.pool())).ifPresent(pool -> {
                found.add(pool);
                if (pool.allDownPolicy() == AllDownPolicy.FALLBACK) {
                    pool.fallbackPool().map(pools::get).ifPresent(found::add);
                }
            });
            return found;
        }

        private void plan(Vip vip, Listener listener, Pool pool) {
            HealthMonitor monitor = pool.monitor().map(monitors::get).orElse(null);
            if (monitor == null) {
                return;
            }
            if (!monitor.interval().isPositive() || !monitor.timeout().isPositive()) {
                unsupported("health-monitors/" + monitor.id(), "its interval and timeout must be above 0");
                return;
            }
            int port = monitor.port() != 0 || listener.ports().isEmpty()
                    ? monitor.port()
                    : listener.ports().getFirst().first();
            for (Backend backend : pool.backends()) {
                if (!isOn(backend.state())) {
                    continue;
                }
                if (monitor.path() != MonitorPath.DIRECT) {
                    planDsr(vip, listener, backend, monitor, port);
                }
                if (monitor.path() != MonitorPath.DSR) {
                    planDirect(listener, backend, monitor, port);
                }
            }
        }

        private void planDirect(Listener listener, Backend backend, HealthMonitor monitor, int port) {
            boolean decides = monitor.path() == MonitorPath.DIRECT;
            Target.Key key = new Target.Key(listener.id(), backend.id(), MonitorPath.DIRECT);
            targets.putIfAbsent(key, new Target(key, decides, monitor, backend.address(), port, Optional.empty()));
        }

        private void planDsr(Vip vip, Listener listener, Backend backend, HealthMonitor monitor, int port) {
            Optional<Meeting> meeting = meeting(backend.address());
            if (vip.address().isIpv4() != backend.address().isIpv4()) {
                unsupported("backends/" + backend.id(), "its address is of another family than the VIP: use DIRECT");
            } else if (meeting.isEmpty()) {
                unsupported("backends/" + backend.id(), "no interface of this node is in its network");
            } else if (meeting.get().network().vlanId() != 0) {
                // The kernel would send an untagged frame; which of its devices tags, this node does not know.
                unsupported("backends/" + backend.id(), "its network is tagged on this interface: use DIRECT");
            } else {
                Target.Key key = new Target.Key(listener.id(), backend.id(), MonitorPath.DSR);
                Target.Hop hop = new Target.Hop(
                        vip.address(),
                        backend.address(),
                        backend.kind(),
                        meeting.get().interfaceName());
                targets.putIfAbsent(key, new Target(key, true, monitor, vip.address(), port, Optional.of(hop)));
            }
        }

        /** Where this node meets the network of a backend. */
        private record Meeting(String interfaceName, Network network) {}

        private Optional<Meeting> meeting(IpAddress backend) {
            return interfaces.stream()
                    .flatMap(attached -> attached.networks().stream()
                            .flatMap(id -> Stream.ofNullable(networks.get(id)))
                            .filter(network -> network.subnets().stream().anyMatch(subnet -> subnet.contains(backend)))
                            .map(network -> new Meeting(attached.name(), network)))
                    .findFirst();
        }

        private void unsupported(String resource, String message) {
            errors.add(new ResourceError(resource, "UNSUPPORTED_BY_NODE", message));
        }

        /** A draining backend is still watched: its flows move when it goes down. */
        private static boolean isOn(AdminState state) {
            return state != AdminState.DISABLED;
        }

        private static <T> Map<UUID, T> byId(List<T> resources, Function<T, UUID> id) {
            return resources.stream().collect(Collectors.toMap(id, Function.identity(), (first, second) -> first));
        }
    }
}
