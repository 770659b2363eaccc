package dev.carom.agent.datapath;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.util.List;

/**
 * An interface as the data path found it.
 *
 * @param index counts from 0 within the data path, in the order of the settings
 * @param kernelIndex the kernel's ifindex
 * @param mtu in bytes of IP, as the link says
 */
public record AttachedInterface(
        int index, String name, int kernelIndex, MacAddress mac, int mtu, List<LocalAddress> addresses) {

    public AttachedInterface {
        addresses = List.copyOf(addresses);
    }

    /** An address of the node itself on this interface, and the length of its on-link prefix. */
    public record LocalAddress(IpAddress address, int prefixLength) {
        public IpPrefix onLink() {
            return new IpPrefix(address, prefixLength);
        }
    }

    /** Whether the address lies in one of the interface's on-link prefixes. */
    public boolean reaches(IpAddress address) {
        return addresses.stream().anyMatch(own -> own.onLink().contains(address));
    }
}
