package dev.carom.lab.snapshot;

import dev.carom.lab.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything on a host that an agent could have changed, by the command that shows it. Neighbours that the kernel
 * learned by itself come and go and are left out; those that somebody set are in.
 */
public record HostSnapshot(Map<String, String> settings) {
    private static final Path PINNED_OBJECTS = Path.of("/sys/fs/bpf");
    private static final List<List<String>> COMMANDS = List.of(
            List.of("ip", "-details", "link", "show"),
            List.of("ip", "address", "show"),
            List.of("ip", "maddress", "show"),
            List.of("ethtool", "-k", "eth0"),
            List.of("sysctl", "-a", "--pattern", "^net\\.(core|ipv4|ipv6)\\."),
            List.of("ip", "rule", "show"),
            List.of("ip", "-6", "rule", "show"),
            List.of("ip", "route", "show", "table", "all"),
            List.of("ip", "-6", "route", "show", "table", "all"),
            List.of("ip", "neighbour", "show", "nud", "permanent"),
            List.of("ip", "neighbour", "show", "proxy"),
            List.of("nft", "list", "ruleset"),
            List.of("tc", "qdisc", "show"),
            List.of("tc", "filter", "show", "dev", "eth0", "ingress"));

    public static HostSnapshot of(Host host) {
        Map<String, String> settings = new TreeMap<>();
        for (List<String> command : COMMANDS) {
            settings.put(String.join(" ", command), host.require(command.toArray(String[]::new)));
        }
        settings.put(PINNED_OBJECTS.toString(), pinnedObjects());
        return new HostSnapshot(settings);
    }

    /** Seen from the lab itself: {@code ip netns exec} hides the host's BPF file system behind a /sys of its own. */
    private static String pinnedObjects() {
        if (!Files.isDirectory(PINNED_OBJECTS)) {
            return "";
        }
        try (Stream<Path> paths = Files.walk(PINNED_OBJECTS)) {
            return paths.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
