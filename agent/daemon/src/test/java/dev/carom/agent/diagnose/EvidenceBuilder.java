package dev.carom.agent.diagnose;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Evidence of a sound backend, and of one that differs from it in what a test says. */
record EvidenceBuilder(Evidence evidence) {
    private static final int MSS = 1460;
    private static final Subject.Service WEB = new Subject.Service(Protocol.TCP, 80);
    private static final List<Reply> REPLIES =
            List.of(Reply.ANSWERED, Reply.REFUSED, Reply.PROHIBITED, Reply.ROUTED, Reply.SILENT);
    private static final List<Reply> NEIGHBOR_REPLIES = List.of(Reply.ANSWERED, Reply.SILENT, Reply.NOT_ASKED);

    static EvidenceBuilder sound() {
        return new EvidenceBuilder(new Evidence(
                true,
                BackendKind.LOOPBACK,
                Platform.LINUX,
                Reply.NOT_ASKED,
                Optional.of(MacAddress.parse("02:00:00:00:00:21")),
                Reply.NOT_ASKED,
                false,
                Reply.SILENT,
                Reply.ANSWERED,
                Reply.ANSWERED,
                Reply.REFUSED,
                Reply.NOT_ASKED,
                List.of(new Evidence.ServiceEvidence(WEB, new Reply.Accepted(MSS), new Reply.Accepted(MSS))),
                MSS,
                false));
    }

    Evidence build() {
        return evidence;
    }

    /** Every combination of the replies that a wire can give. */
    static Stream<EvidenceBuilder> combinations() {
        List<UnaryOperator<EvidenceBuilder>> hosts = List.of(
                e -> e,
                EvidenceBuilder::unresolved,
                EvidenceBuilder::ipv6,
                EvidenceBuilder::claimsVip,
                EvidenceBuilder::duplicateProbeSeen,
                e -> e.unresolved().senderless(Reply.ANSWERED),
                e -> e.askedAtPinned(Reply.SILENT));
        List<Reply> services = new ArrayList<>(REPLIES);
        services.remove(Reply.ANSWERED);
        services.add(new Reply.Accepted(MSS));
        services.add(new Reply.Accepted(MSS - 200));
        return hosts.stream()
                .flatMap(host -> NEIGHBOR_REPLIES.stream()
                        .flatMap(asVip -> NEIGHBOR_REPLIES.stream()
                                .flatMap(asStranger -> REPLIES.stream()
                                        .flatMap(echo -> REPLIES.stream()
                                                .filter(closed -> !closed.equals(Reply.ANSWERED))
                                                .flatMap(closed -> services.stream()
                                                        .flatMap(service -> services.stream()
                                                                .flatMap(direct -> Stream.of(
                                                                                Reply.ANSWERED,
                                                                                Reply.ROUTED,
                                                                                Reply.SILENT,
                                                                                Reply.NOT_ASKED)
                                                                        .map(misread -> host.apply(sound())
                                                                                .askedAsVip(asVip)
                                                                                .askedAsStranger(asStranger)
                                                                                .echo(echo)
                                                                                .closedPort(closed)
                                                                                .misread(misread)
                                                                                .service(service, direct)))))))));
    }

    EvidenceBuilder vip(Reply reply) {
        return echo(reply)
                .closedPort(reply)
                .service(reply, evidence.services().getFirst().direct());
    }

    EvidenceBuilder vipSilent() {
        return vip(Reply.SILENT).misread(Reply.SILENT);
    }

    EvidenceBuilder serviceAccepted() {
        return service(new Reply.Accepted(MSS), evidence.services().getFirst().direct());
    }

    EvidenceBuilder service(Reply throughVip, Reply direct) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                List.of(new Evidence.ServiceEvidence(WEB, throughVip, direct)),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder askedAtPinned(Reply askedAtPinned) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                askedAtPinned,
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder senderless(Reply senderless) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                senderless,
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder askedAsVip(Reply askedAsVip) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                askedAsVip,
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder askedAsStranger(Reply askedAsStranger) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                askedAsStranger,
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder echo(Reply echo) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                echo,
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder closedPort(Reply closedPort) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                closedPort,
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder misread(Reply misread) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                misread,
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder platform(Platform platform) {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                platform,
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder kubeProxy() {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                BackendKind.KUBE_PROXY,
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder ipv6() {
        return new EvidenceBuilder(new Evidence(
                false,
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder unresolved() {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                Optional.empty(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder claimsVip() {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                true,
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                evidence.duplicateProbeSeen()));
    }

    EvidenceBuilder duplicateProbeSeen() {
        return new EvidenceBuilder(new Evidence(
                evidence.ipv4(),
                evidence.kind(),
                evidence.platform(),
                evidence.askedAtPinned(),
                evidence.resolved(),
                evidence.senderless(),
                evidence.claimsVip(),
                evidence.askedAsVip(),
                evidence.askedAsStranger(),
                evidence.echo(),
                evidence.closedPort(),
                evidence.misread(),
                evidence.services(),
                evidence.expectedMss(),
                true));
    }
}
