package dev.carom.lab.namespace;

import dev.carom.lab.process.Command;
import dev.carom.lab.process.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What this machine lacks for a lab, in sentences that say what to do. */
public final class Prerequisites {
    /** Program to Debian package. */
    private static final Map<String, String> PROGRAMS = new TreeMap<>(Map.of(
            "ip", "iproute2",
            "bridge", "iproute2",
            "ethtool", "ethtool",
            "sysctl", "procps",
            "nft", "nftables",
            "dumpcap", "wireshark-common",
            "nginx", "nginx-light",
            "curl", "curl"));

    private static final List<Path> PATH = Stream.concat(
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                            .map(Path::of),
                    Stream.of("/usr/sbin", "/sbin").map(Path::of))
            .toList();

    private Prerequisites() {}

    /** Nothing missing gives an empty list. */
    public static List<String> missing() {
        List<String> missing = new ArrayList<>();
        PROGRAMS.forEach((program, debianPackage) -> {
            if (PATH.stream().noneMatch(directory -> Files.isExecutable(directory.resolve(program)))) {
                missing.add("the program %s is missing: apt-get install %s".formatted(program, debianPackage));
            }
        });
        if (missing.isEmpty()) {
            namespacesMissing().ifPresent(missing::add);
        }
        return missing;
    }

    private static Optional<String> namespacesMissing() {
        String name = "carom-probe-" + ProcessHandle.current().pid();
        Output added = Command.of("ip", "netns", "add", name).run();
        Command.of("ip", "netns", "delete", name).run();
        return added.succeeded()
                ? Optional.empty()
                : Optional.of(
                        "no network namespace can be made here (" + added.err().strip()
                                + "): run it as root, or inside `unshare -rnm` with a tmpfs mounted on /run");
    }
}
