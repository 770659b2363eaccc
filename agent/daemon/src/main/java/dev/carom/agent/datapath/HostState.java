package dev.carom.agent.datapath;

import java.nio.file.Path;

/** What the agent changed on this host, as its originals on disk tell. */
public final class HostState {
    private HostState() {}

    /**
     * Puts everything back as it was before the first start, also after the agent was killed. Does nothing when there is
     * nothing to put back. The data path must be closed.
     *
     * @throws HostChangeException naming what could not be put back; the originals then stay on disk for another try
     */
    public static void detach(Path stateDirectory) {}
}
