package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one vrrp_instance. */
final class VrrpReader {
    private static final int USUAL_PRIORITY = 100;
    private static final int HIGHEST_PRIORITY = 254;
    private static final long USUAL_ADVERT_MS = 1_000;

    private final Remarks remarks;

    VrrpReader(Remarks remarks) {
        this.remarks = remarks;
    }

    Carrier read(Directive instance) {
        int vrid = 1;
        int priority = USUAL_PRIORITY;
        long advertMs = USUAL_ADVERT_MS;
        Map<IpAddress, Integer> addresses = new LinkedHashMap<>();
        for (Directive each : instance.block()) {
            switch (each.keyword()) {
                case "virtual_router_id" ->
                    vrid = Values.number(each.argument()).orElse(vrid);
                case "priority" -> priority = priority(each);
                case "advert_int" ->
                    advertMs = Values.milliseconds(each.argument()).orElse(advertMs);
                case "version" -> version(each);
                case "virtual_ipaddress" -> each.block().forEach(address -> address(address, addresses));
                default -> remarks.leftOut(each, Explanations.of(each.keyword()));
            }
        }
        return new Carrier(vrid, priority, advertMs, addresses);
    }

    private int priority(Directive directive) {
        int priority = Values.number(directive.argument()).orElse(USUAL_PRIORITY);
        if (priority > HIGHEST_PRIORITY) {
            remarks.changed(directive, "A priority is at most " + HIGHEST_PRIORITY + ": 255 owns the address itself.");
        }
        return Math.clamp(priority, 1, HIGHEST_PRIORITY);
    }

    private void version(Directive directive) {
        if (!directive.argument().equals("3")) {
            remarks.changed(directive, "VRRP is spoken in version 3 (RFC 9568).");
        }
    }

    private void address(Directive directive, Map<IpAddress, Integer> addresses) {
        String literal = directive.keyword().replaceFirst("/\\d+$", "");
        Values.address(literal)
                .ifPresentOrElse(
                        address -> addresses.put(address, directive.line()),
                        () -> remarks.leftOut(directive, "This is no address."));
    }
}
