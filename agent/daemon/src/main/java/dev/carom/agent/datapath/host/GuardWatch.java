package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.linux.NetlinkEvents;
import dev.carom.agent.linux.NftablesChange;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code carom-guard}: whenever nftables change, sees to it that the guard stands. */
public final class GuardWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardWatch.class);

    /** Without an event too: the kernel may drop events when they come too fast. */
    private static final int INTERVAL_MILLIS = 30_000;

    /** At most so often, however fast somebody else changes nftables. */
    private static final int PAUSE_MILLIS = 100;

    private final KernelGuard guard;
    private final NetlinkEvents events = NetlinkEvents.ofNftables();
    private final Thread thread = Thread.ofPlatform().name("carom-guard").unstarted(this::run);
    private volatile boolean stopped;

    private GuardWatch(KernelGuard guard) {
        this.guard = guard;
    }

    public static GuardWatch start(KernelGuard guard) {
        GuardWatch watch = new GuardWatch(guard);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!stopped) {
            List<NftablesChange> changes = new ArrayList<>();
            events.await(
                    INTERVAL_MILLIS, datagram -> NftablesChange.in(datagram).ifPresent(changes::add));
            if (!stopped) {
                restore(changes);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void restore(List<NftablesChange> changes) {
        try {
            guard.restore(changes);
        } catch (HostChangeException failure) {
            LOG.error("The guard of the VIPs could not be made good", failure);
        }
    }

    /** The guard stays as it is; nobody watches it any more. */
    @Override
    public void close() {
        stopped = true;
        events.wake();
        try {
            thread.join();
            events.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
