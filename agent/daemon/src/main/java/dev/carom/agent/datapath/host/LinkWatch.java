package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.datapath.HostLinks;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.linux.NetlinkEvents;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code carom-links}: whenever a link or an address changes, has the data path follow. */
public final class LinkWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

    /** Without an event too: the kernel may drop events, and what failed is tried again. */
    private static final int INTERVAL_MILLIS = 1_000;

    /** At most so often: a host of many containers has links and addresses that come and go by the dozen. */
    private static final int PAUSE_MILLIS = 100;

    private final Consumer<HostLinks> follower;
    private final NetlinkEvents events = NetlinkEvents.ofLinks();
    private final Thread thread = Thread.ofPlatform().name("carom-links").unstarted(this::run);
    private HostLinks followed;
    private volatile boolean stopped;

    private LinkWatch(HostLinks links, Consumer<HostLinks> follower) {
        this.followed = links;
        this.follower = follower;
    }

    /** @param follower told of what differs from {@code links} and from what it took since; what it throws is tried again */
    public static LinkWatch start(HostLinks links, Consumer<HostLinks> follower) {
        LinkWatch watch = new LinkWatch(links, follower);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!stopped) {
            events.await(INTERVAL_MILLIS);
            if (!stopped) {
                look();
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

    private void look() {
        try {
            HostLinks now = InterfaceLookup.again(followed);
            if (!now.equals(followed)) {
                if (!now.attached().equals(followed.attached())) {
                    LOG.info("Links changed: {}", now.attached());
                }
                follower.accept(now);
                followed = now;
            }
        } catch (HostChangeException failure) {
            LOG.warn("The data path does not follow its links yet: {}", failure.getMessage());
        } catch (RuntimeException defect) {
            LOG.error("The data path does not follow its links", defect);
        }
    }

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
