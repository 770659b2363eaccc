package dev.carom.agent;

import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.ForwarderSettings.FlowTimeouts;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many flows are remembered, and for how long. */
final class FlowSettings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    /** Beyond it the off-heap table alone takes 4.5 GB. */
    private static final int LARGEST_CAPACITY = 1 << 26;

    /** The forwarder's clock is 32 bits of milliseconds: a longer timeout would lie in the past. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    private FlowSettings() {}

    /** @throws SettingsException naming the key and what to write */
    static ForwarderSettings of(SettingsSource source) {
        ForwarderSettings usual = ForwarderSettings.defaults();
        FlowTimeouts timeouts = usual.timeouts();
        return new ForwarderSettings(
                capacity(source, usual.flowCapacity()),
                new FlowTimeouts(
                        timeout(source, Setting.CAROM_FLOW_TIMEOUT_SYN_SEEN, timeouts.synSeen()),
                        timeout(source, Setting.CAROM_FLOW_TIMEOUT_ESTABLISHED, timeouts.established()),
                        timeout(source, Setting.CAROM_FLOW_TIMEOUT_CLOSING, timeouts.closing()),
                        timeout(source, Setting.CAROM_FLOW_TIMEOUT_UDP, timeouts.udp())),
                usual.protectedFlowsPerSourcePrefix(),
                usual.rejectsPerSecond());
    }

    private static int capacity(SettingsSource source, int usual) {
        return source.get(Setting.CAROM_FLOW_CAPACITY)
                .map(FlowSettings::capacity)
                .orElse(usual);
    }

    private static int capacity(String text) {
        int flows = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (flows < 1 || flows > LARGEST_CAPACITY) {
            throw new SettingsException(
                    "CAROM_FLOW_CAPACITY is a number of flows from 1 to " + LARGEST_CAPACITY + ", not " + text);
        }
        return flows;
    }

    private static Duration timeout(SettingsSource source, Setting setting, Duration usual) {
        return source.get(setting).map(text -> timeout(setting, text)).orElse(usual);
    }

    private static Duration timeout(Setting setting, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            Duration timeout = switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
            if (timeout.isPositive() && timeout.compareTo(LONGEST_TIMEOUT) <= 0) {
                return timeout;
            }
        }
        throw new SettingsException(setting + " is a time up to 24h, as in 500ms, 30s, 15m or 2h, not " + text);
    }
}
