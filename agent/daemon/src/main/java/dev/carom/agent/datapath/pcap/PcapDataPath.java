package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.DataPathSettings;

/** Attaches the pcap engine. */
public final class PcapDataPath {
    private PcapDataPath() {}

    /**
     * Prepares the host, opens the interfaces and starts the data path's thread.
     *
     * @param controlFrames where copies of ARP and neighbour discovery frames go
     * @throws dev.carom.agent.datapath.HostChangeException when an interface could not be prepared or opened
     */
    public static DataPath attach(DataPathSettings settings, ControlFrames controlFrames) {
        throw new UnsupportedOperationException("the pcap engine");
    }
}
