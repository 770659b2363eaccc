package dev.carom.agent.diagnose;

import dev.carom.agent.diagnose.Question.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes down what was asked and what came of it. */
final class CheckList {
    private CheckList() {}

    static List<Check> of(List<Exchange> exchanges, Evidence evidence, List<Suspicion> suspicions) {
        List<Check> checks = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            Question question = exchange.question();
            checks.add(new Check(
                    name(question.check(), question.about()),
                    outcome(question.check(), question.about(), suspicions),
                    summary(question.check()) + ": " + words(exchange.reply()),
                    List.of(FrameText.of(question.frame())),
                    exchange.frames().stream().map(FrameText::of).toList()));
        }
        for (Evidence.ServiceEvidence service : evidence.services()) {
            if (service.throughVip() instanceof Reply.Accepted(int mss)) {
                checks.add(returnMtu(service.service().toString(), mss, evidence.expectedMss(), suspicions));
            }
        }
        if (evidence.duplicateProbeSeen()) {
            checks.add(new Check(
                    CheckName.DUPLICATE_ADDRESS.toString(),
                    outcome(CheckName.DUPLICATE_ADDRESS, "", suspicions),
                    "This backend's MAC has asked whether the VIP is free: duplicate address detection (RFC 4862)",
                    List.of(),
                    List.of()));
        }
        return checks;
    }

    static String name(CheckName check, String about) {
        return about.isEmpty() ? check.toString() : check + " " + about;
    }

    private static Check returnMtu(String service, int mss, int expected, List<Suspicion> suspicions) {
        return new Check(
                name(CheckName.RETURN_MTU, service),
                outcome(CheckName.RETURN_MTU, service, suspicions),
                "MSS of the SYN-ACK: %d, expected at least %d".formatted(mss, expected),
                List.of(),
                List.of());
    }

    private static Check.Outcome outcome(CheckName check, String about, List<Suspicion> suspicions) {
        boolean shows = suspicions.stream()
                .anyMatch(suspicion -> suspicion.shownBy().contains(check)
                        && suspicion
                                .service()
                                .filter(service -> !service.toString().equals(about))
                                .isEmpty());
        return shows ? Check.Outcome.FAILED : Check.Outcome.PASSED;
    }

    private static String summary(CheckName check) {
        return switch (check) {
            case NEIGHBOR -> "Who has the backend's address";
            case NEIGHBOR_AT_PINNED -> "The backend's address at the pinned MAC";
            case NEIGHBOR_WITHOUT_SENDER -> "Who has the backend's address, asked without a sender";
            case ANSWERS_FOR_VIP -> "Does the backend answer for the VIP";
            case ASKED_AS_VIP -> "The backend's address, asked with the VIP as sender (a host that has it is silent)";
            case ASKED_AS_STRANGER -> "The backend's address, asked with an off-link sender";
            case ECHO -> "Echo to the VIP at the backend's MAC";
            case CLOSED_PORT -> "SYN to a port of the VIP without a listener";
            case SERVICE -> "The service through the VIP";
            case SERVICE_DIRECT -> "The service on the backend's own address";
            case BROKEN_OPTION -> "A packet to the VIP with a broken option";
            case RETURN_MTU, DUPLICATE_ADDRESS -> check.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.Accepted(int mss) -> "accepted" + (mss == 0 ? "" : ", MSS " + mss);
            case Reply.Answered answered -> "answered";
            case Reply.Refused refused -> "refused";
            case Reply.Prohibited prohibited -> "prohibited by a firewall";
            case Reply.Routed routed -> "not for this host: it was routed on";
            case Reply.Silent silent -> "silent";
            case Reply.NotAsked notAsked -> "not asked";
        };
    }
}
