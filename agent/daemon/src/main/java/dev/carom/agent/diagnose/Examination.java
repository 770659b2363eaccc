package dev.carom.agent.diagnose;

import dev.carom.agent.diagnose.Question.Exchange;
import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Asks one subject everything that its answers so far leave open. Used by one thread. */
final class Examination {
    private static final int HIGHEST_PORT = 65_535;
    private static final int PORTS_TRIED = 1_000;

    /**
     * What this node knows beforehand.
     *
     * @param owner whether this node owns the VIP, and so may speak as the VIP
     * @param expectedMss what a SYN-ACK of a path as wide as this node's link says
     */
    record Standpoint(boolean owner, int expectedMss, Predicate<MacAddress> duplicateProbeSeen) {}

    private final Subject subject;
    private final Standpoint standpoint;
    private final Questionnaire questionnaire;
    private final Wire wire;
    private final List<Exchange> exchanges = new ArrayList<>();

    Examination(Subject subject, Standpoint standpoint, Questionnaire questionnaire, Wire wire) {
        this.subject = subject;
        this.standpoint = standpoint;
        this.questionnaire = questionnaire;
        this.wire = wire;
    }

    /** All that was asked, in the order of asking. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    Evidence run() throws InterruptedException {
        Optional<MacAddress> pinned = subject.backend().mac();
        List<Question> first = new ArrayList<>(List.of(questionnaire.neighbor()));
        pinned.ifPresent(mac -> first.add(questionnaire.neighborAt(mac)));
        ask(first);
        Optional<MacAddress> resolved = sender(CheckName.NEIGHBOR);
        if (resolved.isEmpty() && isIpv4()) {
            ask(List.of(questionnaire.neighborWithoutSender()));
        }
        Optional<MacAddress> used = macUsed();
        if (used.isPresent()) {
            ask(questionsAt(used.orElseThrow(), resolved));
            hangUp();
        }
        Evidence evidence = evidence(resolved, used);
        if (used.isPresent() && isIpv4() && !evidence.vipSpeaks() && !evidence.routesVipOn()) {
            ask(List.of(questionnaire.brokenOption(used.orElseThrow())));
            return evidence(resolved, used);
        }
        return evidence;
    }

    /** Where the questions for the VIP went. */
    Optional<MacAddress> macUsed() {
        return subject.backend().mac().or(() -> sender(CheckName.NEIGHBOR));
    }

    private List<Question> questionsAt(MacAddress mac, Optional<MacAddress> resolved) {
        List<Question> questions = new ArrayList<>();
        if (subject.backend().kind() == BackendKind.LOOPBACK) {
            questions.add(questionnaire.answersForVip(resolved.orElse(mac)));
            questions.add(questionnaire.echo(mac));
            closedPort().ifPresent(port -> questions.add(questionnaire.closedPort(mac, port)));
            if (standpoint.owner()) {
                questions.add(questionnaire.askedAsVip(mac));
            }
            if (isIpv4() && resolved.isPresent()) {
                questions.addAll(questionnaire.askedAsStrangers(mac));
            }
        }
        for (Subject.Service service : subject.services()) {
            questions.add(questionnaire.throughVip(mac, service));
            questions.add(questionnaire.direct(mac, service));
        }
        return questions;
    }

    /** One that no listener of the VIP has: where every port has one, there is none to ask. */
    private OptionalInt closedPort() {
        return IntStream.iterate(HIGHEST_PORT, port -> port - 1)
                .limit(PORTS_TRIED)
                .filter(port -> !subject.listening().contains(port))
                .findFirst();
    }

    private void ask(List<Question> questions) throws InterruptedException {
        exchanges.addAll(wire.ask(questions));
    }

    private void hangUp() {
        for (Exchange exchange : exchanges) {
            if (exchange.reply() instanceof Reply.Accepted) {
                Heard heard = exchange.frames().getFirst();
                if (heard.content() instanceof Heard.Tcp tcp) {
                    wire.send(questionnaire.reset(heard, tcp));
                }
            }
        }
    }

    private Evidence evidence(Optional<MacAddress> resolved, Optional<MacAddress> used) {
        return new Evidence(
                isIpv4(),
                subject.backend().kind(),
                subject.platform(),
                reply(CheckName.NEIGHBOR_AT_PINNED),
                resolved,
                reply(CheckName.NEIGHBOR_WITHOUT_SENDER),
                reply(CheckName.ANSWERS_FOR_VIP).equals(Reply.ANSWERED),
                reply(CheckName.ASKED_AS_VIP),
                reply(CheckName.ASKED_AS_STRANGER),
                reply(CheckName.ECHO),
                reply(CheckName.CLOSED_PORT),
                reply(CheckName.BROKEN_OPTION),
                subject.services().stream()
                        .map(service -> new Evidence.ServiceEvidence(
                                service,
                                reply(CheckName.SERVICE, service.toString()),
                                reply(CheckName.SERVICE_DIRECT, service.toString())))
                        .toList(),
                standpoint.expectedMss(),
                used.filter(standpoint.duplicateProbeSeen()).isPresent());
    }

    /** Of several askings the one that was answered. */
    private Reply reply(CheckName check) {
        List<Reply> replies = exchanges.stream()
                .filter(exchange -> exchange.question().check() == check)
                .map(Exchange::reply)
                .toList();
        return replies.stream()
                .filter(reply -> !reply.equals(Reply.SILENT))
                .findFirst()
                .orElse(replies.isEmpty() ? Reply.NOT_ASKED : Reply.SILENT);
    }

    private Reply reply(CheckName check, String about) {
        return exchanges.stream()
                .filter(exchange -> exchange.question().check() == check
                        && exchange.question().about().equals(about))
                .map(Exchange::reply)
                .findFirst()
                .orElse(Reply.NOT_ASKED);
    }

    private Optional<MacAddress> sender(CheckName check) {
        return exchanges.stream()
                .filter(exchange -> exchange.question().check() == check)
                .flatMap(exchange -> exchange.frames().stream())
                .map(Heard::from)
                .findFirst();
    }

    private boolean isIpv4() {
        return subject.vip().address().isIpv4();
    }
}
