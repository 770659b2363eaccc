package dev.carom.agent.datapath;

import dev.carom.agent.packet.IpAddress;
import java.util.List;
import java.util.Map;

/**
 * What the kernel said of the node's links at one moment.
 *
 * @param attached the interfaces of the data path, in the order of their index
 * @param addresses every address of the node itself, with the name of the interface that has it
 */
public record HostLinks(List<AttachedInterface> attached, Map<IpAddress, String> addresses) {

    public HostLinks {
        attached = List.copyOf(attached);
        addresses = Map.copyOf(addresses);
    }

    /** Those that are there now. */
    public List<AttachedInterface> present() {
        return attached.stream().filter(AttachedInterface::isThere).toList();
    }

    /** Whether an interface came, went, or was replaced by another of its name since then. */
    public boolean hasOtherDevices(HostLinks before) {
        return !kernelIndexes().equals(before.kernelIndexes());
    }

    private List<Integer> kernelIndexes() {
        return attached.stream().map(AttachedInterface::kernelIndex).toList();
    }
}
