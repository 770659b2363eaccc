package dev.carom.agent;

import dev.carom.agent.controlplane.ControlPlane;
import dev.carom.agent.controlplane.Credential;
import dev.carom.agent.controlplane.NodeToken;
import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.pcap.PcapDataPath;
import dev.carom.agent.diagnose.Doctor;
import dev.carom.agent.diagnose.FlightLog;
import dev.carom.agent.diagnose.FlowExplainer;
import dev.carom.agent.diagnose.Forecaster;
import dev.carom.agent.diagnose.FrameCapture;
import dev.carom.agent.health.HealthChecks;
import dev.carom.agent.neighbor.Neighbors;
import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Convergence;
import dev.carom.agent.reconcile.Convergence.Surroundings;
import dev.carom.agent.reconcile.Event;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.Mailbox;
import dev.carom.agent.reconcile.NodeIdentity;
import dev.carom.agent.reconcile.Reconciler;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.agent.reconcile.Running;
import dev.carom.agent.symptom.BouncedFrames;
import dev.carom.agent.symptom.DifferentPaths;
import dev.carom.agent.symptom.EngineFallback;
import dev.carom.agent.symptom.HeldVips;
import dev.carom.agent.symptom.IgnoredHealth;
import dev.carom.agent.symptom.PartialChecksums;
import dev.carom.agent.symptom.RefusedPackets;
import dev.carom.agent.symptom.SelfSuspicion;
import dev.carom.agent.symptom.SuperFrames;
import dev.carom.agent.symptom.Symptom;
import dev.carom.agent.symptom.Symptoms;
import dev.carom.agent.symptom.TamperedGuard;
import dev.carom.agent.symptom.UnresolvedBackends;
import dev.carom.agent.symptom.UnservedInterfaces;
import dev.carom.agent.traffic.TrafficMemory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running agent: its parts, made in the order in which they need each other and closed in the reverse. */
final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();
    private final Bell bell = new Bell();
    private final ControlFrames controlFrames = new ControlFrames();
    private final Findings findings = new Findings(clock, bell::ring, this::opened);
    private final Mailbox mailbox = new Mailbox();
    private final AgentSettings settings;
    private final List<String> interfaces;
    private volatile @Nullable Reconciler reconciler;

    /** What was made before a failure is closed again. */
    static Agent start(AgentSettings settings) throws InterruptedException {
        return new Agent(settings);
    }

    private Agent(AgentSettings settings) throws InterruptedException {
        this.settings = settings;
        try {
            ControlPlane controlPlane = keep(controlPlane());
            HealthSense healthSense = new HealthSense(mailbox, bell, this::note);
            HealthChecks health = keep(HealthChecks.open(clock, healthSense::changed));
            WireSense wireSense = new WireSense(mailbox, this::running, health::signal, findings, bell);
            DataPath dataPath = keep(PcapDataPath.attach(dataPathSettings(), controlFrames, wireSense::linksChanged));
            interfaces =
                    dataPath.interfaces().stream().map(AttachedInterface::name).toList();
            Neighbors neighbors = keep(new Neighbors(controlFrames, dataPath, wireSense));
            NeighborAdapter neighborAdapter = new NeighborAdapter(neighbors, this::note);
            Reconciler writer = keep(new Reconciler(
                    mailbox,
                    new Convergence(
                            new Surroundings(
                                    identity(),
                                    dataPath,
                                    neighborAdapter,
                                    new HealthAdapter(health),
                                    controlPlane.outcomes(),
                                    findings),
                            clock,
                            System::nanoTime),
                    System::nanoTime));
            reconciler = writer;
            NodeReader reader = new NodeReader(dataPath, neighbors, health, writer, findings);
            keep(Symptoms.watch(reader::look, symptoms(wireSense, neighbors)));
            forwardFromDisk(controlPlane, writer);
            Doctor doctor = new Doctor(dataPath::interfaces, () -> situation(writer.running()), neighborAdapter);
            FrameCapture captures = new FrameCapture(dataPath, settings.nodeName());
            keep(new Endpoints(
                    settings,
                    reader,
                    writer,
                    new DoctorReport(doctor),
                    new ExplainReport(new FlowExplainer(dataPath)),
                    new CaptureReport(captures)));
            controlPlane.dial(
                    state -> mailbox.post(new Event.StateReceived(state)),
                    reader::read,
                    orders(dataPath, doctor, captures, writer, keep(TrafficMemory.of(dataPath::counters))));
        } catch (RuntimeException | InterruptedException failure) {
            close();
            throw failure;
        }
    }

    private NodeOrders orders(
            DataPath dataPath, Doctor doctor, FrameCapture captures, Reconciler writer, TrafficMemory memory) {
        FlowExplainer explainer = new FlowExplainer(dataPath);
        return new NodeOrders(
                doctor,
                explainer,
                new Forecaster(dataPath, explainer, () -> compiled(writer.running())),
                captures,
                new FlightLog(controlFrames.recorder(), dataPath, settings.nodeName()),
                memory,
                writer);
    }

    private void opened(Finding finding) {
        note(finding.code() + " of " + finding.resource() + ": " + finding.summary());
    }

    /** What people may want to understand later keeps the frames around it. */
    private void note(String change) {
        controlFrames.recorder().note(clock.instant(), change);
    }

    private static Optional<Forecaster.Situation> compiled(Running running) {
        return running.state()
                .flatMap(state -> running.view().map(view -> new Forecaster.Situation(state.desired(), view)));
    }

    private static Doctor.Situation situation(Running running) {
        return new Doctor.Situation(running.state().map(RevisionedState::desired), running.announced());
    }

    List<String> interfaces() {
        return interfaces;
    }

    /** The state on disk is in force before anybody is dialled (CHANNEL rule 5). */
    private void forwardFromDisk(ControlPlane controlPlane, Reconciler reconciler) throws InterruptedException {
        Optional<RevisionedState> state = controlPlane.lastKnownGood();
        state.ifPresent(stored -> mailbox.post(new Event.StateReceived(stored)));
        reconciler.start();
        if (state.isPresent()) {
            reconciler.awaitFirstStep();
        }
    }

    /** Asked by threads that run before there is a reconciler. */
    private Running running() {
        Reconciler writer = reconciler;
        return writer == null ? Running.NOTHING : writer.running();
    }

    private List<Symptom> symptoms(WireSense wireSense, Neighbors neighbors) {
        return List.of(
                new UnservedInterfaces(findings),
                new EngineFallback(findings),
                new UnresolvedBackends(findings, clock),
                new SelfSuspicion(findings),
                new DifferentPaths(findings, clock),
                new IgnoredHealth(findings),
                new HeldVips(neighbors::held),
                new BouncedFrames(findings, wireSense::bounced),
                new RefusedPackets(wireSense::refused),
                new SuperFrames(findings, settings.hygiene()),
                new PartialChecksums(findings),
                new TamperedGuard(findings));
    }

    private ControlPlane controlPlane() {
        ControlPlane.Settings channel = new ControlPlane.Settings(
                settings.controlPlanes(),
                settings.credential().orElse(Credential.of(new NodeToken(""))),
                trust(),
                identity(),
                AgentMain.version(),
                settings.stateDirectory(),
                ControlPlane.Settings.LONGEST_SILENCE,
                Duration.ofSeconds(10));
        return new ControlPlane(channel, findings, bell, clock);
    }

    private NodeIdentity identity() {
        return new NodeIdentity(settings.nodeName(), settings.credential().flatMap(Agent::nodeId));
    }

    /** A token that cannot be read yet, or carries no id, leaves the name alone to say who this is. */
    private static Optional<UUID> nodeId(Credential credential) {
        try {
            return credential.token().node();
        } catch (IOException unreadable) {
            LOG.warn("this node's token cannot be read yet: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    private SSLContext trust() {
        try {
            return ControlPlane.Settings.trust(settings.trust());
        } catch (IOException unreadable) {
            throw new SettingsException("CAROM_CONTROL_PLANE_CA_FILE: " + unreadable.getMessage());
        }
    }

    private DataPathSettings dataPathSettings() {
        return new DataPathSettings(
                InterfaceChoice.onThisHost(settings),
                settings.stateDirectory(),
                settings.hygiene(),
                settings.forwarder());
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                LOG.error("{} did not close: {}", part.getClass().getSimpleName(), failure.toString(), failure);
            }
        }
    }
}
