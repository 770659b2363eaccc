package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.diagnose.Diagnosis.BackendDiagnosis;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Examines backends on the wire, a few at a time. Safe for use from any thread; it has no effect on forwarding. */
public final class Doctor {
    private static final int AT_ONCE = 8;
    /** Below Linux's ports for probes (docs/health.md), 64 for each subject. */
    private static final int FIRST_ID = 40_000;

    private static final int ID_BLOCKS = 300;
    private static final int IDS = 64;
    private static final IpPrefix LINK_LOCAL = IpPrefix.parse("fe80::/10");

    /** What this node does now: the state it runs, and the VIPs that it announces. */
    public record Situation(Optional<DesiredState> state, Set<IpAddress> announced) {}

    private final Supplier<List<AttachedInterface>> interfaces;
    private final Supplier<Situation> situation;
    private final DuplicateAddresses duplicates;
    /** Examinations at the same time tell their answers apart by their ids alone. */
    private final AtomicInteger nextBlock =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(ID_BLOCKS));

    public Doctor(
            Supplier<List<AttachedInterface>> interfaces,
            Supplier<Situation> situation,
            DuplicateAddresses duplicates) {
        this.interfaces = interfaces;
        this.situation = situation;
        this.duplicates = duplicates;
    }

    /**
     * Examines what is asked for; an entry whose checks are all skipped could not be looked at from here.
     *
     * @param progress one line for each backend that is done
     */
    public Diagnosis diagnose(Request request, Consumer<String> progress) throws InterruptedException {
        Situation now = situation.get();
        List<Subject> subjects =
                now.state().map(state -> Subjects.of(state, request)).orElse(List.of());
        List<BackendDiagnosis> done = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("diagnose-", 0).factory())) {
            List<Future<BackendDiagnosis>> running = subjects.stream()
                    .map(subject -> executor.submit(() -> look(subject, now)))
                    .toList();
            for (int i = 0; i < running.size(); i++) {
                BackendDiagnosis one = result(running.get(i));
                done.add(one);
                progress.accept("%s through %s: %s"
                        .formatted(
                                subjects.get(i).backend().name(),
                                subjects.get(i).vip().name(),
                                words(one)));
            }
        }
        return new Diagnosis(done);
    }

    private static BackendDiagnosis result(Future<BackendDiagnosis> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a diagnosis failed of itself", failed);
        }
    }

    private static String words(BackendDiagnosis diagnosis) {
        if (diagnosis.checks().stream().allMatch(check -> check.outcome() == Check.Outcome.SKIPPED)) {
            return "not looked at";
        }
        return diagnosis.faults().isEmpty()
                ? "sound"
                : String.join(
                        ", ",
                        diagnosis.faults().stream()
                                .map(fault -> fault.code().name())
                                .toList());
    }

    /** What this node cannot look at says nothing of the others. */
    private BackendDiagnosis look(Subject subject, Situation now) throws InterruptedException {
        try {
            return examine(subject, now);
        } catch (DiagnosisException blind) {
            String why = String.valueOf(blind.getMessage());
            Check skipped = new Check("examination", Check.Outcome.SKIPPED, why, List.of(), List.of());
            return new BackendDiagnosis(subject.vip().id(), subject.backend().id(), List.of(skipped), List.of());
        }
    }

    private BackendDiagnosis examine(Subject subject, Situation now) throws InterruptedException {
        IpAddress vip = subject.vip().address();
        AttachedInterface link = linkTo(subject);
        IpAddress own = link.addresses().stream()
                .map(AttachedInterface.LocalAddress::address)
                .filter(address -> address.isIpv4() == vip.isIpv4() && !LINK_LOCAL.contains(address))
                .findFirst()
                .orElseThrow(() -> new DiagnosisException(link.name() + " has no address of the VIP's family"));
        int mss = Math.min(link.mtu(), 1500) - (vip.isIpv4() ? 40 : 60);
        Examination.Standpoint standpoint =
                new Examination.Standpoint(now.announced().contains(vip), mss, mac -> duplicates.asked(vip, mac));
        int firstId = FIRST_ID + IDS * Math.floorMod(nextBlock.getAndIncrement(), ID_BLOCKS);
        Questionnaire questionnaire = new Questionnaire(subject, link, own, mss, firstId);
        try (Wire wire = Wire.open(link, filter(subject, own))) {
            Examination examination = new Examination(subject, standpoint, questionnaire, wire);
            Evidence evidence = examination.run();
            if (evidence.vipSpeaks()) {
                examination.macUsed().ifPresent(mac -> duplicates.held(vip, mac));
            }
            List<Suspicion> suspicions = Classifier.classify(evidence);
            Remedies remedies = new Remedies(
                    subject, evidence.resolved().map(MacAddress::toString).orElse("the MAC that it has"));
            List<Check> checks = CheckList.of(examination.exchanges(), evidence, suspicions);
            return new BackendDiagnosis(
                    subject.vip().id(),
                    subject.backend().id(),
                    checks,
                    suspicions.stream()
                            .map(suspicion -> fault(suspicion, subject, remedies, checks))
                            .toList());
        }
    }

    private static Fault fault(Suspicion suspicion, Subject subject, Remedies remedies, List<Check> checks) {
        return new Fault(
                suspicion.code(),
                FaultText.of(suspicion, subject),
                checks.stream()
                        .filter(check -> check.outcome() == Check.Outcome.FAILED)
                        .map(Check::name)
                        .filter(name -> suspicion.shownBy().stream()
                                .anyMatch(check -> name.equals(check.toString()) || name.startsWith(check + " ")))
                        .toList(),
                remedies.of(suspicion, subject.platform()),
                suspicion.certain() ? "" : remedies.decide(suspicion.code(), subject.platform()));
    }

    private AttachedInterface linkTo(Subject subject) {
        return interfaces.get().stream()
                .filter(link -> link.isThere() && link.reaches(subject.backend().address()))
                .findFirst()
                .orElseThrow(() -> new DiagnosisException("no interface of this node is in the network of "
                        + subject.backend().address()));
    }

    /** ARP and neighbour discovery, what the VIP or the backend says to this node, and what is said to the VIP. */
    private static String filter(Subject subject, IpAddress own) {
        return "arp or (icmp6 and ip6[40] >= 133 and ip6[40] <= 137) or (dst host %1$s and (src host %2$s or src host %3$s or icmp or icmp6)) or (src host %3$s and dst host %2$s)"
                .formatted(own, subject.vip().address(), subject.backend().address());
    }
}
