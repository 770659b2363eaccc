package dev.carom.agent.controlplane;

import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.NodeIdentity;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.Outcomes;
import dev.carom.agent.reconcile.RevisionedState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's side of the channel: watches, acknowledges and reports; and keeps the last known good state on disk. */
public final class ControlPlane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);

    /**
     * @param urls tried in turn; empty = dial nobody
     * @param longestSilence after which a stream is given up; the control plane says something every 5 s
     * @param digest how often to report when nothing changes
     */
    public record Settings(
            List<URI> urls,
            Credential credential,
            SSLContext trust,
            NodeIdentity identity,
            String version,
            Path stateDirectory,
            Duration longestSilence,
            Duration digest) {
        public static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

        public Settings {
            urls = List.copyOf(urls);
        }

        /**
         * The certificates of a PEM file, or else the system's.
         *
         * @throws IOException if the file cannot be read
         */
        public static SSLContext trust(Optional<Path> pem) throws IOException {
            return pem.isPresent() ? Trust.in(pem.get()) : Trust.ofSystem();
        }
    }

    private final Settings settings;
    private final Clock clock;
    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;
    private final Ledger ledger = new Ledger();
    private final StateFiles files;
    private final Acknowledger acknowledger;
    private final Bell bell;
    private final OutcomeRelay outcomes;
    private final List<Thread> threads = new ArrayList<>();

    public ControlPlane(Settings settings, Findings findings, Bell bell, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = new ConnectClient(settings.credential(), settings.trust(), settings.longestSilence());
        this.endpoints = new Endpoints(settings.urls());
        this.self = new Self(settings.identity(), settings.version());
        this.files = new StateFiles(settings.stateDirectory(), findings);
        this.acknowledger = new Acknowledger(client, endpoints, self);
        this.bell = bell;
        this.outcomes = new OutcomeRelay(ledger, files, acknowledger, bell::ring);
    }

    public Outcomes outcomes() {
        return outcomes;
    }

    /** The newest whole state on disk: to be applied before {@link #dial}. */
    public Optional<RevisionedState> lastKnownGood() {
        return files.newest().flatMap(this::read);
    }

    private Optional<RevisionedState> read(ReceivedState stored) {
        try {
            RevisionedState state = DesiredStateReader.read(stored);
            self.learn(state.desired());
            return Optional.of(state);
        } catch (IOException unreadable) {
            LOG.error("revision {} on disk cannot be read: {}", stored.id(), unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Opens the stream, now and for ever again. */
    public void dial(Consumer<RevisionedState> states, Supplier<NodeSnapshot> snapshots, Orders orders) {
        if (settings.urls().isEmpty()) {
            LOG.info("CAROM_CONTROL_PLANE is not set: forwarding by the state on disk alone");
            return;
        }
        outcomes.settle();
        RandomGenerator random = RandomGenerator.getDefault();
        Inbox inbox = new Inbox(ledger, acknowledger, self, states);
        Reporter reporter = new Reporter(client, endpoints, self, snapshots, clock, settings.digest(), bell);
        LiveReporter live = new LiveReporter(client, endpoints, self, snapshots);
        Resynchronization resynchronization = new Resynchronization(client, endpoints, self, inbox, bell);
        CommandInbox commands =
                new CommandInbox(new CommandReports(client, endpoints, self), orders, resynchronization);
        Messages messages = new Messages(inbox, acknowledger, reporter, live, commands, random);
        LOG.info("dialling {}", settings.urls());
        start("watch", new WatchLoop(client, endpoints, self, ledger, messages, new Backoff(random), Thread::sleep));
        start("acknowledge", acknowledger);
        start("report", reporter);
        start("live", live);
    }

    private void start(String name, Runnable task) {
        threads.add(Thread.ofVirtual().name(name).start(task));
    }

    @Override
    public void close() {
        outcomes.close();
        threads.forEach(Thread::interrupt);
        client.close();
    }
}
