package dev.carom.agent.datapath;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.util.List;

/**
 * An interface as the data path found it last.
 *
 * @param index counts from 0 within the data path, in the order of the settings
 * @param kernelIndex the kernel's ifindex; 0 while there is no such interface, and the rest is what it was
 * @param mtu in bytes of IP, as the link says
 * @param up administratively, and with a carrier
 */
public record AttachedInterface(
        int index, String name, int kernelIndex, MacAddress mac, int mtu, boolean up, List<LocalAddress> addresses) {

    public AttachedInterface {
        addresses = List.copyOf(addresses);
    }

    /** An address of the node itself on this interface, and the length of its on-link prefix. */
    public record LocalAddress(IpAddress address, int prefixLength) {
        public IpPrefix onLink() {
            return new IpPrefix(address, prefixLength);
        }
    }

    public boolean isThere() {
        return kernelIndex != 0;
    }

    /** The interface vanished, or is being replaced. */
    public AttachedInterface gone() {
        return new AttachedInterface(index, name, 0, mac, mtu, false, addresses);
    }

    /** Whether a capture made for this interface serves the other as well. */
    public boolean capturesAs(AttachedInterface other) {
        return kernelIndex == other.kernelIndex && mac.equals(other.mac) && mtu == other.mtu;
    }

    /** Whether the address lies in one of the interface's on-link prefixes. */
    public boolean reaches(IpAddress address) {
        return addresses.stream().anyMatch(own -> own.onLink().contains(address));
    }
}
