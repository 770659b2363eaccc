package dev.carom.agent.datapath;

import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds interfaces of this network namespace by name. */
public final class InterfaceLookup {
    private InterfaceLookup() {}

    /** @throws HostChangeException naming the interface that is missing, or that is not Ethernet */
    public static List<AttachedInterface> find(List<String> names) {
        List<AttachedInterface> found = new ArrayList<>();
        for (String name : names) {
            found.add(find(found.size(), name)
                    .orElseThrow(() -> new HostChangeException("there is no interface " + name)));
        }
        return List.copyOf(found);
    }

    /** @throws HostChangeException as {@link #find} */
    public static HostLinks links(List<String> names) {
        return new HostLinks(find(names), addresses());
    }

    /** The same interfaces as they are now; one that cannot be found stays as it was, and is gone. */
    public static HostLinks again(HostLinks before) {
        return new HostLinks(
                before.attached().stream()
                        .map(known -> find(known.index(), known.name()).orElseGet(known::gone))
                        .toList(),
                addresses());
    }

    private static Optional<AttachedInterface> find(int index, String name) {
        try {
            NetworkInterface link = NetworkInterface.getByName(name);
            return link == null ? Optional.empty() : Optional.of(attached(index, link));
        } catch (SocketException vanished) {
            return Optional.empty();
        }
    }

    private static AttachedInterface attached(int index, NetworkInterface link) throws SocketException {
        byte[] mac = link.getHardwareAddress();
        if (mac == null) {
            throw new HostChangeException(link.getName() + " has no MAC address: it is not Ethernet");
        }
        List<LocalAddress> addresses = link.getInterfaceAddresses().stream()
                .map(address -> new LocalAddress(address(address), address.getNetworkPrefixLength()))
                .toList();
        return new AttachedInterface(
                index, link.getName(), link.getIndex(), MacAddress.of(mac), link.getMTU(), link.isUp(), addresses);
    }

    private static Map<IpAddress, String> addresses() {
        Map<IpAddress, String> addresses = new HashMap<>();
        try {
            NetworkInterface.networkInterfaces()
                    .forEach(link -> link.getInterfaceAddresses()
                            .forEach(address -> addresses.put(address(address), link.getName())));
            return addresses;
        } catch (SocketException failure) {
            throw new HostChangeException("cannot list the addresses of this host", failure);
        }
    }

    private static IpAddress address(InterfaceAddress address) {
        return IpAddress.of(address.getAddress().getAddress());
    }

    /** Whether a link of that name is still the one of that ifindex. */
    public static boolean isThere(String name, int kernelIndex) {
        return find(0, name).filter(link -> link.kernelIndex() == kernelIndex).isPresent();
    }

    /** Whether the link exists and is up. */
    public static boolean isUp(String name) {
        return find(0, name).filter(AttachedInterface::up).isPresent();
    }
}
