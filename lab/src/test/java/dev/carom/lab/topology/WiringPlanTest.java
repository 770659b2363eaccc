package dev.carom.lab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WiringPlanTest {
    private final WiringPlan plan = new WiringPlan(new Topology("x1a", Layout.USUAL));

    @Test
    void linksAreBornInsideTheNamespaces() {
        assertThat(plan.switchLinks())
                .contains("link add cx1alb1 type veth peer name eth0 address 02:ca:00:00:01:0b netns carom-x1a-lb1");
        assertThat(plan.outsideLink())
                .containsExactly("link add eth1 address 02:ca:00:00:02:01 type veth"
                        + " peer name eth0 address 02:ca:00:00:02:32 netns carom-x1a-client");
    }

    @Test
    void everyHostOfTheSegmentHasAStaticForwardingEntry() {
        assertThat(plan.forwardingEntries())
                .hasSameSizeAs(plan.topology().segmentLinks())
                .contains("fdb replace 02:ca:00:00:01:15 dev cx1abe1 master static");
    }

    @Test
    void backendsKeepQuietAboutTheVip() {
        assertThat(plan.kernelSettings(HostName.BACKEND2))
                .contains("net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.all.arp_announce=2");
        assertThat(plan.kernelSettings(HostName.LB1)).noneMatch(setting -> setting.contains("arp_"));
    }

    @Test
    void onlyABalancerMergesReceivedFrames() {
        assertThat(plan.offloads(HostName.LB2)).endsWith("gro", "on");
        assertThat(plan.offloads(HostName.BACKEND3)).endsWith("gro", "off").startsWith("tx", "off");
    }

    @Test
    void hostsHaveAddressesOfBothFamilies() {
        assertThat(plan.addresses(HostName.BACKEND1))
                .containsExactly(
                        "link set lo up",
                        "link set eth0 mtu 1500 up",
                        "addr add 10.0.0.21/24 dev eth0",
                        "addr add 2001:db8:1::21/64 dev eth0 nodad",
                        "route add default via 10.0.0.1",
                        "route add default via 2001:db8:1::1");
    }

    @Test
    void trunkTakesWhatIsForTheOtherSwitch() {
        WiringPlan inside = new WiringPlan(new Topology(
                "x1a", Layout.USUAL.withBackends(BackendPlace.INSIDE).withMtu(9000)));

        assertThat(inside.switchLinks())
                .contains("link set cx1atri mtu 9000 master cx1ain up")
                .contains("link set cx1atr type bridge_slave mcast_router 2");
        assertThat(inside.forwardingEntries())
                .contains("fdb replace 02:ca:00:00:03:15 dev cx1atr master static")
                .contains("fdb replace 02:ca:00:00:01:0c dev cx1atri master static");
        assertThat(inside.addresses(HostName.TRUNK))
                .containsExactly("link set lo up", "link set eth0 mtu 9000 up", "link set eth1 mtu 9000 up");
    }
}
