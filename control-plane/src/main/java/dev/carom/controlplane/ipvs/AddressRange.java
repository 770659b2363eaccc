package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An address, or a range over its last part: {@code 192.168.200.3-10}, {@code ae00::2-9}. */
final class AddressRange {
    static final String NO_MARK = "A firewall mark has no equivalent: name the addresses and ports that it stands for.";

    private static final Pattern RANGE = Pattern.compile("(.*[.:])([0-9a-fA-F]{1,4})-([0-9a-fA-F]{1,4})");
    private static final int MOST = 256;

    private AddressRange() {}

    /** Empty when the text is neither, or has more than 256 of them. */
    static List<IpAddress> of(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Values.address(text).stream().toList();
        }
        int radix = text.indexOf(':') >= 0 ? 16 : 10;
        try {
            int first = Integer.parseInt(range.group(2), radix);
            int last = Integer.parseInt(range.group(3), radix);
            return last - first >= MOST
                    ? List.of()
                    : IntStream.rangeClosed(first, last)
                            .mapToObj(part -> Values.address(range.group(1) + Integer.toString(part, radix)))
                            .flatMap(Optional::stream)
                            .toList();
        } catch (NumberFormatException hexadecimalInIpv4) {
            return List.of();
        }
    }
}
