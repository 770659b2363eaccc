package dev.carom.agent.datapath;

import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Finds interfaces of this network namespace by name. */
public final class InterfaceLookup {
    private InterfaceLookup() {}

    /** @throws HostChangeException naming the interface that is missing, or that is not Ethernet */
    public static List<AttachedInterface> find(List<String> names) {
        List<AttachedInterface> found = new ArrayList<>();
        for (String name : names) {
            found.add(find(found.size(), name));
        }
        return List.copyOf(found);
    }

    private static AttachedInterface find(int index, String name) {
        try {
            NetworkInterface link = NetworkInterface.getByName(name);
            if (link == null) {
                throw new HostChangeException("there is no interface " + name);
            }
            byte[] mac = link.getHardwareAddress();
            if (mac == null) {
                throw new HostChangeException(name + " has no MAC address: it is not Ethernet");
            }
            List<LocalAddress> addresses = link.getInterfaceAddresses().stream()
                    .map(address -> new LocalAddress(
                            IpAddress.of(address.getAddress().getAddress()), address.getNetworkPrefixLength()))
                    .toList();
            return new AttachedInterface(index, name, link.getIndex(), MacAddress.of(mac), link.getMTU(), addresses);
        } catch (SocketException failure) {
            throw new HostChangeException("cannot look up interface " + name, failure);
        }
    }

    /** Whether a link of that name is still the one of that ifindex. */
    public static boolean isThere(String name, int kernelIndex) {
        try {
            NetworkInterface link = NetworkInterface.getByName(name);
            return link != null && link.getIndex() == kernelIndex;
        } catch (SocketException gone) {
            return false;
        }
    }

    /** Whether the link exists and is up. */
    public static boolean isUp(String name) {
        try {
            NetworkInterface link = NetworkInterface.getByName(name);
            return link != null && link.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }
}
