package dev.carom.agent.diagnose;

/** A fault in one sentence. */
final class FaultText {
    private FaultText() {}

    static String of(Suspicion suspicion, Subject subject) {
        String name = subject.backend().name();
        String vip = subject.vip().address().toString();
        String service = suspicion.service().map(Object::toString).orElse("");
        return switch (suspicion.code()) {
            case VIP_NOT_ON_LOOPBACK -> name + " does not hold " + vip;
            case SERVICE_NOT_ON_VIP -> name + " serves " + service + " on its own address and not on " + vip;
            case BACKEND_ANSWERS_ARP -> name + " answers for " + vip + ", which draws traffic past the balancer";
            case UNRESOLVED ->
                name + " does not answer for its own address "
                        + subject.backend().address();
            case PORT_REFUSED -> name + " refuses " + service;
            case FILTERED ->
                service.isEmpty()
                        ? "A firewall on " + name + " drops what goes to " + vip
                        : "A firewall on " + name + " drops " + service + ", or the service no longer accepts";
            case RP_FILTER ->
                name + " drops packets whose way back leads out of another interface (strict reverse-path filter)";
            case WRONG_MAC -> "The MAC pinned for " + name + " is not " + name + "'s";
            case BOUNCED -> name + " does not hold " + vip + " and routes its traffic back";
            case RETURN_MTU -> name + " answers " + service + " with a smaller segment size than the path carries";
            case DAD_FAILED ->
                name + " tried to take " + vip + " on an Ethernet interface and was told that it is taken";
        };
    }
}
