package dev.carom.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.linux.PolicyRoutes.HostRoute;
import dev.carom.agent.linux.PolicyRoutes.PortRule;
import dev.carom.agent.linux.PolicyRoutes.Steering;
import dev.carom.agent.packet.IpAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyLineTest {
    private static final Steering STEERING = new Steering(
            Set.of(new PortRule(true, 61_000, 61_039, 74_700)),
            Set.of(new HostRoute(IpAddress.parse("10.9.0.100"), IpAddress.parse("10.9.0.11"), "eth0", 74_700, 1)));

    @Test
    void whatTheKernelPrintsOfOurLinesIsReadAsTheyWereMeant() {
        assertThat(PolicyLine.parse(List.of(
                        "0:\tfrom all lookup 255",
                        "7470:\tfrom all sport 61000-61039 lookup 74700 proto 201",
                        "32766:\tfrom all lookup 254",
                        "10.9.0.100 via 10.9.0.11 dev eth0 table 74700 onlink linkdown hoplimit 1 ",
                        "7 10.9.0.100 table 74700 metric 4278198272 ")))
                .isEqualTo(PolicyLine.of(STEERING, true));
    }

    @Test
    void version6RoutesAreReadAlike() {
        HostRoute route =
                new HostRoute(IpAddress.parse("2001:db8::64"), IpAddress.parse("2001:db8::2"), "eth0", 74_701, 0);
        assertThat(PolicyLine.parse(List.of(
                        "2001:db8::64 via 2001:db8::2 dev eth0 table 74701 metric 1024 onlink pref medium",
                        "7 2001:db8::64 dev lo table 74701 metric 4278198272 pref medium")))
                .isEqualTo(PolicyLine.of(new Steering(Set.of(), Set.of(route)), false));
    }

    @Test
    void whatLacksOneOfOurMarksIsNotOurs() {
        assertThat(PolicyLine.parse(List.of(
                        "7470:\tfrom all sport 61000-61039 lookup 74700",
                        "7471:\tfrom all sport 61000-61039 lookup 74700 proto 201",
                        "7470:\tfrom all sport 61000-61039 lookup 75000 proto 201",
                        "10.9.0.100 via 10.9.0.11 dev eth0 table 75000 onlink",
                        "10.9.0.0/24 dev eth0 table 74700 scope link",
                        "default via 10.9.0.1 dev eth0 table 74700",
                        "Error: something")))
                .isEmpty();
    }

    @Test
    void aRouteIsThereBeforeTheRuleThatLeadsToIt() {
        assertThat(PolicyLine.of(STEERING, true).stream().sorted().map(PolicyLine::add))
                .containsExactly(
                        "route replace unreachable 10.9.0.100 metric 4278198272 table 74700 proto 201",
                        "route replace 10.9.0.100 via 10.9.0.11 dev eth0 table 74700 proto 201 onlink hoplimit 1",
                        "rule add pref 7470 protocol 201 sport 61000-61039 lookup 74700");
    }
}
