package dev.carom.lab.demo;

import dev.carom.lab.capture.Frame;
import dev.carom.lab.topology.HostName;
import java.util.List;
import java.util.function.Predicate;

/** The path of one connection, put together from what each host captured. */
public record ThreeSteps(Step request, Step forwarded, Step answer, List<Claim> claims) {

    /**
     * Finds the connection's first packet at the balancer and at the one backend that got it, and the answer at the
     * router.
     *
     * @throws IllegalStateException if a step was not captured
     */
    static ThreeSteps find(Wire wire, String client, String vip) {
        Predicate<Frame.Ip> fromClient = packet -> packet.opensConnection()
                && packet.source().equals(client)
                && packet.destination().equals(vip);
        Step request = step(wire, "1 client -> balancer", HostName.LB1, fromClient);
        Predicate<Frame.Ip> same =
                fromClient.and(packet -> packet.sourcePort() == request.packet().sourcePort());
        HostName backend = HostName.backends().stream()
                .filter(host -> wire.packets(host).anyMatch(seen -> same.test(seen.packet())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no backend saw the client's packet"));
        Step forwarded = step(wire, "2 balancer -> backend", backend, same);
        Step answer = step(
                wire,
                "3 backend -> client",
                HostName.ROUTER,
                packet -> packet.acceptsConnection()
                        && packet.destination().equals(client)
                        && packet.destinationPort() == request.packet().sourcePort());
        return new ThreeSteps(request, forwarded, answer, claims(wire, request, forwarded, answer, vip));
    }

    private static Step step(Wire wire, String title, HostName host, Predicate<Frame.Ip> wanted) {
        return wire.packets(host)
                .filter(seen -> wanted.test(seen.packet()))
                .map(seen -> new Step(
                        title,
                        host.label(),
                        seen.frame(),
                        seen.packet(),
                        wire.ownerOf(seen.frame().destinationMac())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("step " + title + " was not captured at " + host.label()));
    }

    private static List<Claim> claims(Wire wire, Step request, Step forwarded, Step answer, String vip) {
        String backend = forwarded.seenAt();
        return List.of(
                new Claim(
                        "The client's packet goes to the balancer's MAC",
                        request.macOwner().equals(request.seenAt()),
                        request.frame().destinationMac()),
                new Claim(
                        "The balancer passes it on to a backend's MAC, from its own",
                        forwarded.macOwner().equals(backend)
                                && wire.ownerOf(forwarded.frame().sourceMac()).equals(request.seenAt()),
                        wire.ownerOf(forwarded.frame().sourceMac()) + " -> " + forwarded.macOwner()),
                new Claim(
                        "The IP packet is untouched, byte for byte",
                        request.packet().packet().equals(forwarded.packet().packet()),
                        forwarded.packet().packet().length() / 2 + " bytes compared"),
                new Claim(
                        "The backend answers from the VIP, straight to the default gateway",
                        answer.packet().source().equals(vip)
                                && wire.ownerOf(answer.frame().sourceMac()).equals(backend)
                                && answer.macOwner().equals(HostName.ROUTER.label()),
                        backend + " -> " + answer.macOwner()));
    }
}
