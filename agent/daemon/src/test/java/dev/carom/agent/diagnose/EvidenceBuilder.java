package dev.carom.agent.diagnose;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Evidence of a sound backend, changed in what a test says. */
final class EvidenceBuilder {
    private static final int MSS = 1460;
    private static final Subject.Service WEB = new Subject.Service(Protocol.TCP, 80);
    private static final List<Reply> REPLIES =
            List.of(Reply.ANSWERED, Reply.REFUSED, Reply.PROHIBITED, Reply.ROUTED, Reply.SILENT);
    private static final List<Reply> NEIGHBOR_REPLIES = List.of(Reply.ANSWERED, Reply.SILENT, Reply.NOT_ASKED);

    private boolean ipv4 = true;
    private BackendKind kind = BackendKind.LOOPBACK;
    private Platform platform = Platform.LINUX;
    private Reply askedAtPinned = Reply.NOT_ASKED;
    private Optional<MacAddress> resolved = Optional.of(MacAddress.parse("02:00:00:00:00:21"));
    private Reply senderless = Reply.NOT_ASKED;
    private boolean claimsVip;
    private Reply askedAsVip = Reply.SILENT;
    private Reply askedAsStranger = Reply.ANSWERED;
    private Reply echo = Reply.ANSWERED;
    private Reply closedPort = Reply.REFUSED;
    private Reply misread = Reply.NOT_ASKED;
    private Reply throughVip = new Reply.Accepted(MSS);
    private Reply direct = new Reply.Accepted(MSS);
    private boolean duplicateProbeSeen;

    static EvidenceBuilder sound() {
        return new EvidenceBuilder();
    }

    Evidence build() {
        return new Evidence(
                ipv4,
                kind,
                platform,
                askedAtPinned,
                resolved,
                senderless,
                claimsVip,
                askedAsVip,
                askedAsStranger,
                echo,
                closedPort,
                misread,
                List.of(new Evidence.ServiceEvidence(WEB, throughVip, direct)),
                MSS,
                duplicateProbeSeen);
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
        echo = reply;
        closedPort = reply;
        throughVip = reply;
        return this;
    }

    EvidenceBuilder vipSilent() {
        vip(Reply.SILENT);
        misread = Reply.SILENT;
        return this;
    }

    EvidenceBuilder serviceAccepted() {
        throughVip = new Reply.Accepted(MSS);
        return this;
    }

    EvidenceBuilder service(Reply byVip, Reply byItself) {
        throughVip = byVip;
        direct = byItself;
        return this;
    }

    EvidenceBuilder askedAtPinned(Reply reply) {
        askedAtPinned = reply;
        return this;
    }

    EvidenceBuilder senderless(Reply reply) {
        senderless = reply;
        return this;
    }

    EvidenceBuilder askedAsVip(Reply reply) {
        askedAsVip = reply;
        return this;
    }

    EvidenceBuilder askedAsStranger(Reply reply) {
        askedAsStranger = reply;
        return this;
    }

    EvidenceBuilder echo(Reply reply) {
        echo = reply;
        return this;
    }

    EvidenceBuilder closedPort(Reply reply) {
        closedPort = reply;
        return this;
    }

    EvidenceBuilder misread(Reply reply) {
        misread = reply;
        return this;
    }

    EvidenceBuilder platform(Platform system) {
        platform = system;
        return this;
    }

    EvidenceBuilder kubeProxy() {
        kind = BackendKind.KUBE_PROXY;
        return this;
    }

    EvidenceBuilder ipv6() {
        ipv4 = false;
        return this;
    }

    EvidenceBuilder unresolved() {
        resolved = Optional.empty();
        return this;
    }

    EvidenceBuilder claimsVip() {
        claimsVip = true;
        return this;
    }

    EvidenceBuilder duplicateProbeSeen() {
        duplicateProbeSeen = true;
        return this;
    }
}
