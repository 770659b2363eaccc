package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.HostLinks;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.host.GuardWatch;
import dev.carom.agent.datapath.host.HostState;
import dev.carom.agent.datapath.host.KernelGuard;
import dev.carom.agent.datapath.host.LinkWatch;
import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderCounters;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.Proposal;
import dev.carom.agent.forwarding.ProposalEffect;
import dev.carom.agent.packet.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pcap engine on one or two interfaces; it follows their links. */
public final class PcapDataPath implements DataPath {
    private static final Logger LOG = LoggerFactory.getLogger(PcapDataPath.class);

    private final DataPathSettings settings;
    private final ControlFrames controlFrames;
    private final Runnable linksChanged;
    private final KernelGuard guard;
    private final Forwarder forwarder;
    private final Engine engine;
    private final Readiness readiness;
    private final GuardWatch guardWatch;
    private final LinkWatch linkWatch;
    private int taps;
    /** Replaced by the thread {@code carom-links} alone. */
    private volatile HostLinks links;

    private PcapDataPath(
            DataPathSettings settings,
            HostLinks links,
            ControlFrames controlFrames,
            Runnable linksChanged,
            Forwarder forwarder,
            Engine engine) {
        this.settings = settings;
        this.links = links;
        this.controlFrames = controlFrames;
        this.linksChanged = linksChanged;
        this.forwarder = forwarder;
        this.engine = engine;
        this.readiness = new Readiness(engine, settings.offloads());
        this.guard = new KernelGuard(links.present());
        this.guardWatch = GuardWatch.start(guard);
        this.linkWatch = LinkWatch.start(links, this::follow);
    }

    /**
     * Prepares the host, opens the interfaces and starts the data path's thread.
     *
     * @param controlFrames where copies of ARP and neighbour discovery frames go
     * @param linksChanged run by the thread {@code carom-links} when {@link #links} has changed; must not block
     * @throws dev.carom.agent.datapath.HostChangeException when an interface could not be prepared or opened
     */
    public static DataPath attach(DataPathSettings settings, ControlFrames controlFrames, Runnable linksChanged) {
        HostLinks links = InterfaceLookup.links(settings.interfaces());
        HostState.prepare(settings, links.attached());
        Forwarder forwarder = new Forwarder(settings.forwarder());
        Engine engine = start(links.attached(), forwarder, controlFrames);
        return new PcapDataPath(settings, links, controlFrames, linksChanged, forwarder, engine);
    }

    /** The classes of native calls do not load where the launcher denies native access or libpcap is another. */
    private static Engine start(List<AttachedInterface> interfaces, Forwarder forwarder, ControlFrames controlFrames) {
        try {
            return NativeEngine.start(interfaces, forwarder, controlFrames);
        } catch (LinkageError notToBeHad) {
            LOG.warn("No native access to libpcap; falling back to pcap4j's listener", notToBeHad);
            return ListenerEngine.start(interfaces, forwarder, controlFrames);
        }
    }

    /** A device that came is prepared before it is used, as at the start. */
    private void follow(HostLinks now) {
        boolean otherDevices = now.hasOtherDevices(links);
        if (otherDevices) {
            HostState.prepare(settings, now.present());
        }
        engine.follow(now.attached());
        if (otherDevices) {
            guard.follow(now.present());
        }
        links = now;
        linksChanged.run();
    }

    @Override
    public HostLinks links() {
        return links;
    }

    @Override
    public void apply(ForwardingTable table) {
        Set<IpAddress> vips =
                table.vips().stream().map(ForwardingTable.VipSummary::address).collect(Collectors.toSet());
        guard.add(vips);
        forwarder.apply(table);
        guard.set(vips);
    }

    @Override
    public ForwardingTable adopted() {
        return forwarder.adopted();
    }

    @Override
    public List<InterfaceStatus> status() {
        return interfaces().stream().map(readiness::of).toList();
    }

    @Override
    public DataPathCounters counters() {
        ForwarderCounters decisions = forwarder.counters();
        EngineCounters own = engine.counters();
        KernelGuard.Restorations restorations = guard.restorations();
        return new DataPathCounters(
                decisions.reasons(),
                decisions.vips(),
                decisions.listeners(),
                decisions.backends(),
                decisions.flows(),
                new DataPathCounters.Engine(
                        own.of(interfaces()),
                        controlFrames.lost(),
                        own.decisionFailures(),
                        restorations.count(),
                        restorations.lastChangedBy()));
    }

    @Override
    public CompletableFuture<FlowExplanation> explain(FlowQuestion question) {
        return forwarder.explain(question);
    }

    @Override
    public CompletableFuture<ProposalEffect> whatIf(Proposal proposal, Optional<FlowQuestion> flow) {
        return forwarder.whatIf(proposal, flow);
    }

    @Override
    public Tap tap() {
        look(1);
        return () -> look(-1);
    }

    private synchronized void look(int more) {
        taps += more;
        engine.show(taps > 0);
    }

    @Override
    public boolean send(int interfaceIndex, byte[] frame) {
        return engine.send(interfaceIndex, frame);
    }

    @Override
    public void close() {
        linkWatch.close();
        guardWatch.close();
        engine.close();
        forwarder.close();
    }
}
