package dev.carom.lab.endtoend;

import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.util.List;

/**
 * Addresses of no segment, which the router sends to an address that the node group owns: to a VIP, and so to whichever
 * node has it.
 */
record RoutedVips(RunningService nextHop, String subnet) implements AutoCloseable {

    /** @param number of the VIP that is the next hop */
    static RoutedVips start(Deployment deployment, Family family, int number) {
        RunningService nextHop =
                RunningService.start(deployment, family.named("next-hop"), family.vip(number), RunningService.EQUAL);
        String subnet = family == Family.IPV4 ? "203.0.113.0/24" : "2001:db8:9::/64";
        deployment
                .lab()
                .host(HostName.ROUTER)
                .namespace()
                .ip(List.of("route add %s via %s".formatted(subnet, nextHop.vip())));
        return new RoutedVips(nextHop, subnet);
    }

    static String address(Family family, int number) {
        return (family == Family.IPV4 ? "203.0.113." : "2001:db8:9::") + number;
    }

    @Override
    public void close() {
        nextHop.lab().host(HostName.ROUTER).namespace().ip(List.of("route del " + subnet));
        nextHop.close();
    }
}
