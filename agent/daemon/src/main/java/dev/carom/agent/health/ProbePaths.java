package dev.carom.agent.health;

import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.diagnose.DiagnosisException;
import dev.carom.agent.diagnose.VipQuestion;
import dev.carom.agent.diagnose.VipQuestion.Outcome;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether probes come back on an interface. One that passes proves it. Where none has for a while, a failed one is
 * believed once a packet past this node's kernel has failed as well: what that one is answered, this node itself drops.
 * Safe for use from any thread.
 */
final class ProbePaths {
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** One lost frame shall not decide. */
    private static final int ATTEMPTS = 2;

    private final Map<String, Long> provenAt = new ConcurrentHashMap<>();
    private final Map<String, String> blocked = new ConcurrentHashMap<>();

    /** What keeps the probes of which interfaces from coming back. */
    List<String> failures() {
        return blocked.values().stream().sorted().toList();
    }

    void passed(Target.Hop hop) {
        provenAt.put(hop.interfaceName(), System.nanoTime());
        blocked.remove(hop.interfaceName());
    }

    /** May wait for an answer: not to be called by a thread that others wait for. */
    Observation believe(Observation failed, Target target) {
        Target.Hop hop = target.hop().orElseThrow();
        Long proven = provenAt.get(hop.interfaceName());
        boolean fresh = proven != null && System.nanoTime() - proven < FRESH_NANOS;
        if (fresh || !asksByTcp(target) || !isAnsweredPastTheKernel(target, hop)) {
            return failed;
        }
        String why = "answers from %s come back on %s and this node drops them (%s): look at its firewall and rp_filter"
                .formatted(hop.vip(), hop.interfaceName(), reversePathFilters(hop));
        blocked.put(hop.interfaceName(), why);
        return new Observation.Inconclusive(why);
    }

    private static boolean asksByTcp(Target target) {
        return target.monitor().type() == MonitorType.TCP
                || target.monitor().type() == MonitorType.HTTP
                || target.monitor().type() == MonitorType.HTTPS;
    }

    private static boolean isAnsweredPastTheKernel(Target target, Target.Hop hop) {
        try {
            VipQuestion question = VipQuestions.of(hop);
            boolean answered = false;
            for (int i = 0; i < ATTEMPTS && !answered; i++) {
                answered = question.connect(target.port(), PATIENCE) == Outcome.ANSWERED;
            }
            return answered;
        } catch (HostChangeException | DiagnosisException blind) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String reversePathFilters(Target.Hop hop) {
        return hop.vip().isIpv4()
                ? "rp_filter is %s on %s and %s on all"
                        .formatted(
                                reversePathFilter(hop.interfaceName()), hop.interfaceName(), reversePathFilter("all"))
                : "IPv6 has no rp_filter but in its firewall";
    }

    private static String reversePathFilter(String name) {
        try {
            return Files.readString(Path.of("/proc/sys/net/ipv4/conf", name, "rp_filter"))
                    .strip();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
