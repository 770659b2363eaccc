package dev.carom.controlplane.vip;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports, inclusive at both ends; written {@code 80} or {@code 8000-8010}. */
@Schema(type = "string", description = "A port or a range of ports", example = "8000-8010")
public record PortRange(int first, int last) implements Comparable<PortRange> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    static final int HIGHEST = 65_535;

    public PortRange {
        if (first < 1 || last > HIGHEST || first > last) {
            throw new IllegalArgumentException("ports lie within 1-65535, the lower one first: " + first + "-" + last);
        }
    }

    /** @throws IllegalArgumentException if the text is no port and no range of ports */
    @JsonCreator
    public static PortRange parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("ports are written 80 or 8000-8010: " + text);
        }
        int first = Integer.parseInt(matcher.group(1));
        String last = matcher.group(2);
        return new PortRange(first, last == null ? first : Integer.parseInt(last));
    }

    boolean overlaps(PortRange other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public int compareTo(PortRange other) {
        return Integer.compare(first, other.first);
    }

    @JsonValue
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
