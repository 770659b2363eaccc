package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.DataPathSettings;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.host.GuardWatch;
import dev.carom.agent.datapath.host.HostState;
import dev.carom.agent.datapath.host.KernelGuard;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderCounters;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.packet.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pcap engine on one or two interfaces. */
public final class PcapDataPath implements DataPath {
    private static final Logger LOG = LoggerFactory.getLogger(PcapDataPath.class);

    private final List<AttachedInterface> interfaces;
    private final ControlFrames controlFrames;
    private final KernelGuard guard;
    private final Forwarder forwarder;
    private final Engine engine;
    private final GuardWatch guardWatch;

    private PcapDataPath(
            List<AttachedInterface> interfaces,
            ControlFrames controlFrames,
            KernelGuard guard,
            Forwarder forwarder,
            Engine engine) {
        this.interfaces = interfaces;
        this.controlFrames = controlFrames;
        this.guard = guard;
        this.forwarder = forwarder;
        this.engine = engine;
        this.guardWatch = GuardWatch.start(guard);
    }

    /**
     * Prepares the host, opens the interfaces and starts the data path's thread.
     *
     * @param controlFrames where copies of ARP and neighbour discovery frames go
     * @throws dev.carom.agent.datapath.HostChangeException when an interface could not be prepared or opened
     */
    public static DataPath attach(DataPathSettings settings, ControlFrames controlFrames) {
        List<AttachedInterface> interfaces = InterfaceLookup.find(settings.interfaces());
        HostState.prepare(settings, interfaces);
        Forwarder forwarder = new Forwarder(settings.forwarder());
        Engine engine = start(interfaces, forwarder, controlFrames);
        return new PcapDataPath(interfaces, controlFrames, new KernelGuard(settings.interfaces()), forwarder, engine);
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

    @Override
    public List<AttachedInterface> interfaces() {
        return interfaces;
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
        return engine.status();
    }

    @Override
    public DataPathCounters counters() {
        ForwarderCounters decisions = forwarder.counters();
        EngineCounters own = engine.counters();
        return new DataPathCounters(
                decisions.reasons(),
                decisions.vips(),
                decisions.backends(),
                decisions.flows(),
                new DataPathCounters.Engine(
                        own.get(EngineCounters.Counter.RECEIVED),
                        own.get(EngineCounters.Counter.INJECTED),
                        own.get(EngineCounters.Counter.KERNEL_DROPS),
                        controlFrames.lost(),
                        own.get(EngineCounters.Counter.DECISION_FAILURES),
                        guard.restorations()));
    }

    @Override
    public boolean send(int interfaceIndex, byte[] frame) {
        return engine.send(interfaceIndex, frame);
    }

    @Override
    public void close() {
        guardWatch.close();
        engine.close();
        forwarder.close();
    }
}
