package dev.carom.controlplane.vip;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL's text of an {@code int4multirange}: {@code {[80,81),[8000,8011)}}, exclusive at the upper end. */
final class MultirangeText {
    private MultirangeText() {}

    static String of(List<PortRange> ports) {
        return ports.stream()
                .map(range -> "[" + range.first() + "," + (range.last() + 1) + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    static List<PortRange> parse(String text) {
        return Arrays.stream(text.substring(2, text.length() - 2).split("\\),\\[", -1))
                .map(range -> range.split(",", -1))
                .map(bounds -> new PortRange(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]) - 1))
                .toList();
    }
}
