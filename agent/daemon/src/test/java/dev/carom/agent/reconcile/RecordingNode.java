package dev.carom.agent.reconcile;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.datapath.HostLinks;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.forwarding.Proposal;
import dev.carom.agent.forwarding.ProposalEffect;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.neighbor.NeighborTarget;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Stands for the node around the reconciler, and writes down in which order it is acted upon. */
final class RecordingNode implements DataPath, NeighborTable, HealthSource, Outcomes {
    final List<String> story = new ArrayList<>();
    final List<NeighborLearned> neighbors = new ArrayList<>();
    final List<HealthState> judgements = new ArrayList<>();
    HostLinks links = links(MacAddress.parse("52:54:00:00:00:aa"), Map.of(IpAddress.parse("10.0.0.2"), "eth0"));
    /** VIPs that somebody else has, and those that the segment was asked about last. */
    final Set<IpAddress> taken = new HashSet<>();

    Set<IpAddress> doubted = Set.of();
    boolean refusesTables;
    boolean adoptsTables = true;
    ForwardingTable table = ForwardingTable.EMPTY;
    private ForwardingTable adopted = ForwardingTable.EMPTY;

    static HostLinks links(MacAddress mac, Map<IpAddress, String> addresses) {
        return new HostLinks(
                List.of(new AttachedInterface(
                        0, "eth0", 2, mac, 1_500, true, List.of(new LocalAddress(IpAddress.parse("10.0.0.2"), 24)))),
                addresses);
    }

    void adoptNow() {
        adopted = table;
    }

    @Override
    public HostLinks links() {
        return links;
    }

    @Override
    public synchronized void apply(ForwardingTable given) {
        if (refusesTables) {
            throw new HostChangeException("nft said no");
        }
        table = given;
        if (adoptsTables) {
            adopted = given;
        }
        story.add("table");
    }

    @Override
    public CompletableFuture<FlowExplanation> explain(FlowQuestion question) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public CompletableFuture<ProposalEffect> whatIf(Proposal proposal, Optional<FlowQuestion> flow) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public Tap tap() {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public ForwardingTable adopted() {
        return adopted;
    }

    @Override
    public List<InterfaceStatus> status() {
        return List.of(new InterfaceStatus("eth0", InterfaceStatus.EngineMode.PCAP, false, true, ""));
    }

    @Override
    public DataPathCounters counters() {
        return DataPathCounters.NONE;
    }

    @Override
    public boolean send(int interfaceIndex, byte[] frame) {
        return true;
    }

    @Override
    public void attach(List<Segment> segments) {
        story.add("attach "
                + segments.stream().map(segment -> segment.link().mac()).toList());
    }

    @Override
    public void resolve(Collection<NeighborTarget> targets) {
        story.add("resolve " + targets.size());
    }

    @Override
    public List<NeighborLearned> known() {
        return neighbors;
    }

    @Override
    public void meet(Map<MacAddress, UUID> nodes) {}

    @Override
    public Set<IpAddress> provenFree(Set<IpAddress> vips) {
        Set<IpAddress> free = new HashSet<>(vips);
        free.removeAll(taken);
        doubted = Set.copyOf(vips);
        return free;
    }

    @Override
    public void announce(Set<IpAddress> vips) {
        story.add("announce " + vips);
    }

    @Override
    public void release(Set<IpAddress> vips) {
        story.add("release " + vips);
    }

    @Override
    public void apply(DesiredState desired, List<NodeView.Interface> interfaces) {
        story.add("health");
    }

    @Override
    public List<HealthState> snapshot() {
        return judgements;
    }

    @Override
    public List<ResourceError> errors() {
        return List.of();
    }

    @Override
    public void applied(RevisionedState state, List<ResourceError> errors) {
        story.add("applied " + state.id());
    }

    @Override
    public void verified(RevisionedState state, List<ResourceError> errors) {
        story.add("verified " + state.id());
    }

    @Override
    public void rejected(RevisionedState state, ResourceError why) {
        story.add("rejected " + state.id() + " " + why.code());
    }

    @Override
    public void close() {}
}
