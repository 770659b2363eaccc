package dev.carom.agent;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns names and patterns into the interfaces to attach to. */
final class InterfaceChoice {
    private InterfaceChoice() {}

    /** @throws SettingsException unless one or two interfaces are meant */
    static List<String> onThisHost(AgentSettings settings) {
        try {
            List<String> present = NetworkInterface.networkInterfaces()
                    .map(NetworkInterface::getName)
                    .toList();
            return of(settings.interfaces(), settings.excludedInterfaces(), present);
        } catch (SocketException unreadable) {
            throw new SettingsException("this host's interfaces cannot be listed: " + unreadable.getMessage());
        }
    }

    /**
     * A plain name stands for itself, there or not; a pattern for those that are there and not excluded.
     *
     * @throws SettingsException unless one or two interfaces are meant
     */
    static List<String> of(List<String> wanted, List<String> excluded, List<String> present) {
        List<String> chosen = wanted.stream()
                .flatMap(each -> each.contains("*") ? matching(each, excluded, present) : Stream.of(each))
                .distinct()
                .toList();
        if (chosen.isEmpty() || chosen.size() > 2) {
            throw new SettingsException("CAROM_INTERFACES=" + String.join(",", wanted) + " means " + chosen
                    + " of this host's interfaces " + present
                    + ": name one or two, or leave some out by CAROM_INTERFACES_EXCLUDE");
        }
        return chosen;
    }

    private static Stream<String> matching(String pattern, List<String> excluded, List<String> present) {
        return present.stream()
                .filter(name -> matches(pattern, name))
                .filter(name -> excluded.stream().noneMatch(exclusion -> matches(exclusion, name)))
                .sorted();
    }

    private static boolean matches(String pattern, String name) {
        String expression = Pattern.compile("\\*")
                .splitAsStream(pattern + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return (name + " ").matches(expression);
    }
}
