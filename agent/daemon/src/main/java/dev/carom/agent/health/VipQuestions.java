package dev.carom.agent.health;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.diagnose.VipQuestion;
import dev.carom.agent.packet.IpAddress;
import java.util.List;

/** Makes of a hop what is asked past the kernel. */
final class VipQuestions {
    private VipQuestions() {}

    /** @throws HostChangeException when this node has no such interface, or no address there */
    static VipQuestion of(Target.Hop hop) {
        AttachedInterface link =
                InterfaceLookup.find(List.of(hop.interfaceName())).getFirst();
        IpAddress own = link.addresses().stream()
                .filter(address -> address.onLink().contains(hop.backend()))
                .findFirst()
                .map(LocalAddress::address)
                .orElseThrow(() ->
                        new HostChangeException(link.name() + " has no address in the network of " + hop.backend()));
        return new VipQuestion(link, own, hop.vip(), hop.backend(), hop.kind());
    }
}
