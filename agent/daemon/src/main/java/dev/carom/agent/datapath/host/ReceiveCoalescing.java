package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.linux.HostCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Receive coalescing of a link, by ethtool(8). It makes super-frames, which are too long to be sent on. */
final class ReceiveCoalescing {
    /** By ethtool's long names. Hardware GRO and LRO first: they feed the others. */
    private static final List<String> COALESCING = List.of(
            "rx-gro-hw", "large-receive-offload", "generic-receive-offload", "rx-gro-list", "rx-udp-gro-forwarding");

    private ReceiveCoalescing() {}

    /** Reads which coalescing features are on or off; those the driver cannot change are left out. */
    static Map<String, Boolean> parse(String ethtoolOutput) {
        Map<String, Boolean> features = new LinkedHashMap<>();
        for (String line : ethtoolOutput.lines().map(String::strip).toList()) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.endsWith("[fixed]") && COALESCING.contains(line.substring(0, colon))) {
                features.put(line.substring(0, colon), line.substring(colon + 2).startsWith("on"));
            }
        }
        return features;
    }

    static Map<String, Boolean> read(String link) {
        try {
            return parse(HostCommand.run("ethtool", "-k", link).orThrow());
        } catch (IOException failure) {
            throw new HostChangeException("cannot read the offloads of " + link + ": " + failure.getMessage(), failure);
        }
    }

    /** Sets those features that differ. */
    static void write(String link, Map<String, Boolean> wanted) {
        Map<String, Boolean> now = read(link);
        List<String> command = new ArrayList<>(List.of("ethtool", "-K", link));
        wanted.forEach((feature, on) -> {
            if (now.containsKey(feature) && !on.equals(now.get(feature))) {
                command.add(feature);
                command.add(on ? "on" : "off");
            }
        });
        if (command.size() == 3) {
            return;
        }
        try {
            HostCommand.run(command, "").orThrow();
        } catch (IOException failure) {
            throw new HostChangeException("cannot set the offloads of " + link + ": " + failure.getMessage(), failure);
        }
    }
}
