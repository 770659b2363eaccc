package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads keepalived.conf. */
final class KeepalivedReader {
    private final Remarks remarks;
    private final Map<String, Directive> groups = new HashMap<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Carrier> carriers = new ArrayList<>();

    private KeepalivedReader(Remarks remarks) {
        this.remarks = remarks;
    }

    /** @throws dev.carom.controlplane.problem.UnreadableDocument if its braces do not match */
    static Found read(String text, Remarks remarks) {
        KeepalivedReader reader = new KeepalivedReader(remarks);
        List<Directive> all = DirectiveReader.read(text);
        all.stream()
                .filter(directive -> directive.keyword().equals("virtual_server_group"))
                .forEach(group -> reader.groups.put(group.argument(), group));
        all.forEach(reader::top);
        return new Found(reader.services, reader.carriers);
    }

    private void top(Directive directive) {
        switch (directive.keyword()) {
            case "virtual_server_group" -> {}
            case "virtual_server" -> virtualServer(directive);
            case "vrrp_instance" -> carriers.add(new VrrpReader(remarks).read(directive));
            default -> remarks.leftOut(directive, Explanations.of(directive.keyword()));
        }
    }

    private void virtualServer(Directive directive) {
        switch (directive.argument()) {
            case "fwmark" -> remarks.leftOut(directive, AddressRange.NO_MARK);
            case "group" -> group(directive);
            default -> {
                String port = directive.words().size() > 2 ? directive.words().get(2) : "";
                service(directive, List.of(directive.argument(), port));
            }
        }
    }

    private void group(Directive directive) {
        String name = directive.words().size() > 2 ? directive.words().get(2) : "";
        Directive group = groups.get(name);
        if (group == null) {
            remarks.leftOut(directive, "There is no virtual_server_group " + name + ".");
            return;
        }
        for (Directive member : group.block()) {
            if (member.keyword().equals("fwmark")) {
                remarks.leftOut(member, AddressRange.NO_MARK);
            } else {
                service(directive, member.words());
            }
        }
    }

    /** @param endpoint an address or a range of them, and a port */
    private void service(Directive directive, List<String> endpoint) {
        List<IpAddress> addresses = AddressRange.of(endpoint.getFirst());
        String port = endpoint.size() > 1 ? endpoint.get(1) : "";
        if (addresses.isEmpty() || Values.port(port).isEmpty()) {
            remarks.leftOut(directive, "This is no address and port: " + String.join(" ", endpoint));
            return;
        }
        services.addAll(new VirtualServerReader(directive, Values.port(port).orElse(0), remarks).read(addresses));
    }
}
