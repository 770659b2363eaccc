package dev.carom.agent.datapath.host;

import dev.carom.agent.datapath.HostChangeException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that a host had before the agent's first change.
 *
 * @param bootId of the kernel: after a reboot the originals are void, for the changes are gone
 * @param links by name
 */
record Originals(String bootId, Map<String, Link> links) {
    Originals {
        links = Map.copyOf(links);
    }

    /** {@code kernelIndex} tells a link from a later one of the same name; {@code offloads} by ethtool's long names. */
    record Link(int kernelIndex, Map<String, Boolean> offloads) {
        Link {
            offloads = Map.copyOf(offloads);
        }
    }

    static Originals none(String bootId) {
        return new Originals(bootId, Map.of());
    }

    boolean knows(String name, int kernelIndex) {
        Link link = links.get(name);
        return link != null && link.kernelIndex() == kernelIndex;
    }

    Originals with(String name, Link link) {
        Map<String, Link> more = new LinkedHashMap<>(links);
        more.put(name, link);
        return new Originals(bootId, more);
    }

    /** Lines of words: {@code boot ID}, {@code link NAME INDEX}, {@code offload NAME FEATURE on|off}. */
    String toText() {
        StringBuilder text = new StringBuilder("boot ").append(bootId).append('\n');
        links.forEach((name, link) -> {
            text.append("link ")
                    .append(name)
                    .append(' ')
                    .append(link.kernelIndex())
                    .append('\n');
            link.offloads()
                    .forEach((feature, on) -> text.append("offload ")
                            .append(name)
                            .append(' ')
                            .append(feature)
                            .append(on ? " on\n" : " off\n"));
        });
        return text.toString();
    }

    static Originals parse(String text) {
        String bootId = "";
        Map<String, Integer> indexes = new LinkedHashMap<>();
        Map<String, Map<String, Boolean>> offloads = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "boot" -> bootId = words[1];
                case "link" -> indexes.put(words[1], Integer.valueOf(words[2]));
                case "offload" ->
                    offloads.computeIfAbsent(words[1], name -> new LinkedHashMap<>())
                            .put(words[2], words[3].equals("on"));
                default -> throw new HostChangeException("the originals on disk hold an unknown line: " + line);
            }
        }
        Map<String, Link> links = new LinkedHashMap<>();
        indexes.forEach((name, index) -> links.put(name, new Link(index, offloads.getOrDefault(name, Map.of()))));
        return new Originals(bootId, links);
    }
}
