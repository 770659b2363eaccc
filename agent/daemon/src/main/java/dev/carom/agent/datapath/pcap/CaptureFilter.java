package dev.carom.agent.datapath.pcap;

import dev.carom.agent.packet.MacAddress;

/**
 * What the capture lets in: frames to the interface's own MAC, and the group addresses of control traffic. The MAC is
 * named because a veth or a bridge port that is not promiscuous still hands over everybody's frames; VIPs are not,
 * because thousands of them exceed what a filter may hold.
 */
final class CaptureFilter {
    private static final int ROUTER_SOLICITATION = 133;
    private static final int REDIRECT = 137;
    private static final int VRRP = 112;

    private CaptureFilter() {}

    static String of(MacAddress own) {
        return "ether dst " + own + " or arp"
                + " or (icmp6 and ip6[40] >= " + ROUTER_SOLICITATION + " and ip6[40] <= " + REDIRECT + ")"
                + " or ip proto " + VRRP + " or ip6 proto " + VRRP;
    }
}
