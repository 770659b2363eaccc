package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.linux.HostCommand;
import dev.carom.agent.linux.NftablesChange;
import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the node's kernel off the frames of the VIPs. Safe for use from any thread. */
public final class KernelGuard {
    private static final Logger LOG = LoggerFactory.getLogger(KernelGuard.class);

    /** On which the guard stands: those that are there. */
    private List<AttachedInterface> links;

    /** Empty before the first change: what an earlier, killed start left in the kernel is not known. */
    private Optional<Guarded> guarded = Optional.empty();

    private long ownPid;
    private volatile Restorations restorations = new Restorations(0, "");

    /** How often somebody else's change was made good; {@code lastChangedBy} is empty while nobody is known. */
    public record Restorations(long count, String lastChangedBy) {}

    /** {@code listing} is the table as nft shows it when it is as we made it. */
    private record Guarded(Set<IpAddress> vips, String listing) {}

    public KernelGuard(List<AttachedInterface> links) {
        this.links = List.copyOf(links);
    }

    /** Stands on these from now on. */
    public synchronized void follow(List<AttachedInterface> present) {
        links = List.copyOf(present);
        guarded.ifPresent(known -> replace(known.vips()));
    }

    /** Guards these as well, and those guarded before. */
    public synchronized void add(Set<IpAddress> vips) {
        Set<IpAddress> all = new HashSet<>(vips);
        guarded.ifPresent(before -> all.addAll(before.vips()));
        set(all);
    }

    /** Guards these alone. */
    public synchronized void set(Set<IpAddress> vips) {
        if (guarded.map(Guarded::vips).equals(Optional.of(vips))) {
            return;
        }
        replace(vips);
    }

    /**
     * Makes good what somebody else removed or changed; what goes with a link is no tampering, and follows the link.
     *
     * @param changes of nftables since the last call, our own included
     */
    synchronized void restore(List<NftablesChange> changes) {
        boolean linksStand = links.stream().allMatch(link -> InterfaceLookup.isThere(link.name(), link.kernelIndex()));
        guarded.ifPresent(wanted -> {
            if (linksStand && !wanted.listing().equals(listing())) {
                String by = changes.stream()
                        .filter(change -> change.pid() != ownPid)
                        .map(NftablesChange::toString)
                        .distinct()
                        .collect(Collectors.joining(", "));
                LOG.warn("The guard of the VIPs was changed by {}; making it good", by.isEmpty() ? "somebody" : by);
                replace(wanted.vips());
                restorations = new Restorations(restorations.count() + 1, by);
            }
        });
    }

    /** Does not wait for a change under way. */
    public Restorations restorations() {
        return restorations;
    }

    private void replace(Set<IpAddress> vips) {
        ownPid = run(
                GuardScript.replace(links.stream().map(AttachedInterface::name).toList(), vips));
        guarded = Optional.of(new Guarded(Set.copyOf(vips), listing()));
    }

    /** Empty when there is no table. */
    private static String listing() {
        try {
            HostCommand.Result shown = HostCommand.run("nft", "list", "table", "netdev", "carom");
            return shown.exitCode() == 0 ? shown.output() : "";
        } catch (IOException failure) {
            throw new HostChangeException("cannot read the guard: " + failure.getMessage(), failure);
        }
    }

    static void remove() {
        run(GuardScript.remove());
    }

    private static long run(String script) {
        try {
            HostCommand.Result result = HostCommand.run(List.of("nft", "-f", "-"), script);
            result.orThrow();
            return result.pid();
        } catch (IOException failure) {
            throw new HostChangeException("cannot guard the VIPs: " + failure.getMessage(), failure);
        }
    }
}
