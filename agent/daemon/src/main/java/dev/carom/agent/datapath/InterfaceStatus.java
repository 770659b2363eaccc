package dev.carom.agent.datapath;

/** How an interface is served; {@code reason} says why in this mode, or why not ready. */
public record InterfaceStatus(String interfaceName, EngineMode mode, boolean fallback, boolean ready, String reason) {

    public enum EngineMode {
        XDP_NATIVE,
        XDP_GENERIC,
        PCAP
    }
}
