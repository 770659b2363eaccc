package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.linux.HostCommand;
import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the node's kernel off the frames of the VIPs. Safe for use from any thread. */
public final class KernelGuard {
    private final List<String> links;
    /** Empty before the first change: what an earlier, killed start left in the kernel is not known. */
    private Optional<Set<IpAddress>> guarded = Optional.empty();

    public KernelGuard(List<String> links) {
        this.links = List.copyOf(links);
    }

    /** Guards these as well, and those guarded before. */
    public synchronized void add(Set<IpAddress> vips) {
        Set<IpAddress> all = new HashSet<>(guarded.orElse(Set.of()));
        all.addAll(vips);
        set(all);
    }

    /** Guards these alone. */
    public synchronized void set(Set<IpAddress> vips) {
        if (guarded.equals(Optional.of(vips))) {
            return;
        }
        run(GuardScript.replace(links, vips));
        guarded = Optional.of(Set.copyOf(vips));
    }

    static void remove() {
        run(GuardScript.remove());
    }

    private static void run(String script) {
        try {
            HostCommand.run(List.of("nft", "-f", "-"), script).orThrow();
        } catch (IOException failure) {
            throw new HostChangeException("cannot guard the VIPs: " + failure.getMessage(), failure);
        }
    }
}
