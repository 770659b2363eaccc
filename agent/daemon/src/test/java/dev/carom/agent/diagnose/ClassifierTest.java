package dev.carom.agent.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void namesExactly(String what, UnaryOperator<EvidenceBuilder> broken, List<FaultCode> expected) {
        List<Suspicion> found =
                Classifier.classify(broken.apply(EvidenceBuilder.sound()).build());
        assertThat(found).extracting(Suspicion::code).containsExactlyElementsOf(expected);
        assertThat(found)
                .allSatisfy(suspicion -> assertThat(suspicion.certain()).isEqualTo(expected.size() == 1));
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                row("sound", e -> e),
                row("echo is filtered, the service is not", e -> e.echo(Reply.SILENT)),
                row(
                        "everything but the service is filtered",
                        e -> e.echo(Reply.SILENT).closedPort(Reply.SILENT)),
                row("a node that does not own the VIP may not ask as the VIP", e -> e.askedAsVip(Reply.NOT_ASKED)),
                row("VIP missing", e -> e.vipSilent().askedAsVip(Reply.ANSWERED), FaultCode.VIP_NOT_ON_LOOPBACK),
                row(
                        "VIP missing, seen by the broken option alone",
                        e -> e.vipSilent().askedAsVip(Reply.NOT_ASKED).misread(Reply.ROUTED),
                        FaultCode.VIP_NOT_ON_LOOPBACK),
                row("the backend routes", e -> e.vip(Reply.ROUTED), FaultCode.BOUNCED),
                row(
                        "service on the real address",
                        e -> e.service(Reply.REFUSED, new Reply.Accepted(1460)),
                        FaultCode.SERVICE_NOT_ON_VIP),
                row("port closed", e -> e.service(Reply.REFUSED, Reply.REFUSED), FaultCode.PORT_REFUSED),
                row("port filtered", e -> e.service(Reply.SILENT, Reply.SILENT), FaultCode.FILTERED),
                row("port prohibited", e -> e.service(Reply.PROHIBITED, Reply.SILENT), FaultCode.FILTERED),
                row(
                        "the VIP filtered behind the routing",
                        e -> e.vipSilent().misread(Reply.ANSWERED),
                        FaultCode.FILTERED),
                row("the VIP rejected", e -> e.vip(Reply.PROHIBITED), FaultCode.FILTERED),
                row("held and silent before the routing", e -> e.vipSilent(), FaultCode.RP_FILTER, FaultCode.FILTERED),
                row("held and silent, IPv6", e -> e.vipSilent().ipv6(), FaultCode.FILTERED),
                row("the way back to clients", e -> e.askedAsStranger(Reply.SILENT), FaultCode.RP_FILTER),
                row(
                        "off-link askers of a FreeBSD host",
                        e -> e.askedAsStranger(Reply.SILENT).platform(Platform.FREEBSD)),
                row(
                        "the way back to this node",
                        e -> e.vipSilent().unresolved().senderless(Reply.ANSWERED),
                        FaultCode.RP_FILTER),
                row("down", e -> e.vipSilent().unresolved().senderless(Reply.SILENT), FaultCode.UNRESOLVED),
                row("the pinned MAC is another's", e -> e.askedAtPinned(Reply.SILENT), FaultCode.WRONG_MAC),
                row("the pinned MAC is its own", e -> e.askedAtPinned(Reply.ANSWERED)),
                row("answers ARP", e -> e.claimsVip(), FaultCode.BACKEND_ANSWERS_ARP),
                row("small MSS", e -> e.service(new Reply.Accepted(1260), Reply.SILENT), FaultCode.RETURN_MTU),
                row("no MSS named", e -> e.service(new Reply.Accepted(0), Reply.SILENT)),
                row(
                        "its duplicate address detection failed",
                        e -> e.ipv6().vipSilent().askedAsVip(Reply.ANSWERED).duplicateProbeSeen(),
                        FaultCode.DAD_FAILED),
                row(
                        "kube-proxy answers for itself",
                        e -> e.kubeProxy().vipSilent().serviceAccepted()));
    }

    /** Whatever is seen, a service that answers through the VIP proves that the VIP is there and let through. */
    @Test
    void anAnsweringServiceIsNeverCalledMissingOrUnreachable() {
        Set<FaultCode> impossible =
                EnumSet.of(FaultCode.VIP_NOT_ON_LOOPBACK, FaultCode.UNRESOLVED, FaultCode.BOUNCED, FaultCode.FILTERED);
        assertThat(EvidenceBuilder.combinations()
                        .map(EvidenceBuilder::serviceAccepted)
                        .map(EvidenceBuilder::build)
                        .flatMap(evidence -> Classifier.classify(evidence).stream()))
                .extracting(Suspicion::code)
                .doesNotContainAnyElementsOf(impossible);
    }

    /** No evidence is left without a name unless something proves that clients are served. */
    @Test
    void whatDoesNotServeIsNeverCalledSound() {
        assertThat(EvidenceBuilder.combinations()
                        .map(EvidenceBuilder::build)
                        .filter(evidence -> Classifier.classify(evidence).isEmpty()))
                .isNotEmpty()
                .allSatisfy(evidence -> assertThat(evidence.services())
                        .allSatisfy(service -> assertThat(service.throughVip()).isInstanceOf(Reply.Accepted.class)));
    }

    @Test
    void twoNamesAreGivenOnlyWhereNothingTellsThemApart() {
        Set<Set<FaultCode>> pairs = EvidenceBuilder.combinations()
                .map(EvidenceBuilder::build)
                .map(Classifier::classify)
                .filter(found -> found.stream().anyMatch(suspicion -> !suspicion.certain()))
                .map(found -> found.stream()
                        .filter(suspicion -> !suspicion.certain())
                        .map(Suspicion::code)
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        assertThat(pairs)
                .containsExactlyInAnyOrder(
                        Set.of(FaultCode.RP_FILTER, FaultCode.FILTERED),
                        Set.of(FaultCode.VIP_NOT_ON_LOOPBACK, FaultCode.FILTERED));
    }

    @Test
    void everyFaultIsNamedBySomeEvidence() {
        assertThat(EvidenceBuilder.combinations()
                        .map(EvidenceBuilder::build)
                        .filter(evidence -> evidence.kind() == BackendKind.LOOPBACK)
                        .flatMap(evidence -> Classifier.classify(evidence).stream())
                        .map(Suspicion::code)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(FaultCode.values());
    }

    private static Arguments row(String what, UnaryOperator<EvidenceBuilder> broken, FaultCode... expected) {
        return arguments(what, broken, List.of(expected));
    }
}
