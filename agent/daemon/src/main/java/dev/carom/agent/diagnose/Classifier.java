package dev.carom.agent.diagnose;

import dev.carom.agent.diagnose.Evidence.ServiceEvidence;
import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names what is wrong. A pure function; docs/doctor.md explains each step. */
final class Classifier {
    private Classifier() {}

    /** Empty for a sound backend. */
    static List<Suspicion> classify(Evidence evidence) {
        List<Suspicion> found = new ArrayList<>();
        if (evidence.claimsVip() && evidence.kind() == BackendKind.LOOPBACK) {
            found.add(Suspicion.of(FaultCode.BACKEND_ANSWERS_ARP, CheckName.ANSWERS_FOR_VIP));
        }
        Optional<Suspicion> unreachable = unreachable(evidence);
        if (unreachable.isPresent()) {
            found.add(unreachable.orElseThrow());
        } else if (evidence.vipSpeaks() || evidence.kind() == BackendKind.KUBE_PROXY) {
            evidence.services().forEach(service -> service(service, evidence).ifPresent(found::add));
            clientRoute(evidence).ifPresent(found::add);
        } else {
            found.addAll(vipIsSilent(evidence));
        }
        return List.copyOf(found);
    }

    /** Faults below IP: nothing more can be said while they last. */
    private static Optional<Suspicion> unreachable(Evidence evidence) {
        if (evidence.resolved().isEmpty() && !evidence.vipSpeaks()) {
            return Optional.of(
                    evidence.senderless().equals(Reply.ANSWERED)
                            ? Suspicion.of(FaultCode.RP_FILTER, CheckName.NEIGHBOR, CheckName.NEIGHBOR_WITHOUT_SENDER)
                            : Suspicion.of(FaultCode.UNRESOLVED, CheckName.NEIGHBOR));
        }
        // Whoever answers at the pinned MAC is not this backend, even where it holds the same VIP.
        boolean other =
                evidence.resolved().isPresent() && evidence.askedAtPinned().equals(Reply.SILENT);
        return other ? Optional.of(Suspicion.of(FaultCode.WRONG_MAC, CheckName.NEIGHBOR_AT_PINNED)) : Optional.empty();
    }

    private static List<Suspicion> vipIsSilent(Evidence evidence) {
        boolean lacksVip = evidence.askedAsVip().equals(Reply.ANSWERED)
                || evidence.misread().equals(Reply.ROUTED);
        if (evidence.duplicateProbeSeen() && (lacksVip || evidence.routesVipOn())) {
            return List.of(Suspicion.of(FaultCode.DAD_FAILED, CheckName.DUPLICATE_ADDRESS, CheckName.ASKED_AS_VIP));
        }
        if (evidence.routesVipOn()) {
            return List.of(Suspicion.of(FaultCode.BOUNCED, CheckName.ECHO, CheckName.CLOSED_PORT, CheckName.SERVICE));
        }
        if (lacksVip) {
            return List.of(Suspicion.of(FaultCode.VIP_NOT_ON_LOOPBACK, CheckName.ASKED_AS_VIP, CheckName.ECHO));
        }
        Suspicion filtered = Suspicion.of(FaultCode.FILTERED, CheckName.ECHO, CheckName.CLOSED_PORT, CheckName.SERVICE);
        boolean holdsVip = evidence.askedAsVip().equals(Reply.SILENT);
        if (evidence.prohibits() || holdsVip && !evidence.ipv4()) {
            return List.of(filtered);
        }
        Suspicion elsewhere = holdsVip
                ? Suspicion.of(FaultCode.RP_FILTER, CheckName.BROKEN_OPTION, CheckName.ECHO)
                : Suspicion.of(FaultCode.VIP_NOT_ON_LOOPBACK, CheckName.ECHO, CheckName.CLOSED_PORT);
        return List.of(elsewhere.orAnother(), filtered.orAnother());
    }

    private static Optional<Suspicion> service(ServiceEvidence seen, Evidence evidence) {
        Subject.Service service = seen.service();
        return switch (seen.throughVip()) {
            case Reply.Accepted(int mss)
            when mss != 0 && mss < evidence.expectedMss() ->
                Optional.of(Suspicion.of(FaultCode.RETURN_MTU, service, CheckName.RETURN_MTU));
            case Reply.Accepted accepted -> Optional.empty();
            case Reply.Answered answered -> Optional.empty();
            case Reply.Refused refused ->
                Optional.of(
                        isServedElsewhere(seen)
                                ? Suspicion.of(
                                        FaultCode.SERVICE_NOT_ON_VIP,
                                        service,
                                        CheckName.SERVICE,
                                        CheckName.SERVICE_DIRECT)
                                : Suspicion.of(FaultCode.PORT_REFUSED, service, CheckName.SERVICE));
            case Reply.Prohibited prohibited ->
                Optional.of(Suspicion.of(FaultCode.FILTERED, service, CheckName.SERVICE));
            case Reply.Routed routed -> Optional.of(Suspicion.of(FaultCode.BOUNCED, service, CheckName.SERVICE));
            // A UDP service need not answer what it does not understand.
            case Reply.Silent silent when service.protocol() == Protocol.UDP -> Optional.empty();
            case Reply.Silent silent -> Optional.of(Suspicion.of(FaultCode.FILTERED, service, CheckName.SERVICE));
            case Reply.NotAsked notAsked -> Optional.empty();
        };
    }

    /** A UDP port that is open answers nothing: there silence is a sign of life that a closed one does not give. */
    private static boolean isServedElsewhere(ServiceEvidence seen) {
        boolean udp = seen.service().protocol() == Protocol.UDP;
        return seen.direct() instanceof Reply.Accepted
                || udp && !seen.direct().equals(Reply.REFUSED) && !seen.direct().equals(Reply.NOT_ASKED);
    }

    /** Probes come from a neighbour; clients do not. Other systems than Linux mind who asks by ARP. */
    private static Optional<Suspicion> clientRoute(Evidence evidence) {
        boolean silent = evidence.askedAsStranger().equals(Reply.SILENT)
                && evidence.resolved().isPresent()
                && evidence.platform() == Platform.LINUX;
        return silent ? Optional.of(Suspicion.of(FaultCode.RP_FILTER, CheckName.ASKED_AS_STRANGER)) : Optional.empty();
    }
}
