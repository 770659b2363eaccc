package dev.carom.agent.datapath;

/** Puts frames that the agent made on the wire. */
public interface FrameSink {

    /**
     * Sends one whole frame, from the destination MAC on, without FCS. The data path does not see it again.
     *
     * @param interfaceIndex the data path's index, not the kernel's
     * @return false when the kernel refused it; the refusal is counted
     */
    boolean send(int interfaceIndex, byte[] frame);
}
