package dev.carom.agent.diagnose;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was seen of one backend through one VIP; all that its diagnosis is made of.
 *
 * @param askedAtPinned the backend's own address, asked at the MAC that the operator set; NotAsked without one
 * @param resolved the MAC that answered for the backend's own address
 * @param senderless ARP for the backend's address without saying who asks: no route back is needed to answer it
 * @param claimsVip this backend's MAC answered ARP or NS for the VIP
 * @param askedAsVip the backend's own address, asked with the VIP as sender: a host that has the VIP takes such a frame
 *     for a forgery and is silent
 * @param askedAsStranger the same with an off-link sender: a strict reverse-path filter whose route to clients leads
 *     elsewhere is silent
 * @param misread a packet to the VIP with a broken IP option, answered after routing and before a host firewall's input:
 *     {@code Answered} by the VIP, {@code Routed} by another address
 * @param expectedMss what a SYN-ACK of a path as wide as this node's link says
 * @param duplicateProbeSeen this backend's MAC asked whether the VIP is free, as IPv6 does before it takes an address
 */
record Evidence(
        boolean ipv4,
        BackendKind kind,
        Platform platform,
        Reply askedAtPinned,
        Optional<MacAddress> resolved,
        Reply senderless,
        boolean claimsVip,
        Reply askedAsVip,
        Reply askedAsStranger,
        Reply echo,
        Reply closedPort,
        Reply misread,
        List<ServiceEvidence> services,
        int expectedMss,
        boolean duplicateProbeSeen) {
    Evidence {
        services = List.copyOf(services);
    }

    /** @param throughVip the service asked by way of the VIP; @param direct on the backend's own address */
    record ServiceEvidence(Subject.Service service, Reply throughVip, Reply direct) {}

    /** What was asked of the VIP at the backend's MAC. */
    private Stream<Reply> repliesOfVip() {
        return Stream.concat(
                Stream.of(echo, closedPort, misread), services.stream().map(ServiceEvidence::throughVip));
    }

    boolean vipSpeaks() {
        return repliesOfVip().anyMatch(Reply::comesFromTheAddress);
    }

    boolean routesVipOn() {
        return Stream.concat(Stream.of(echo, closedPort), services.stream().map(ServiceEvidence::throughVip))
                .anyMatch(Reply.ROUTED::equals);
    }

    boolean prohibits() {
        return repliesOfVip().anyMatch(Reply.PROHIBITED::equals);
    }
}
