package dev.carom.controlplane.address;

import java.util.ArrayList;
import java.util.List;

/** The canonical text of an IPv6 address (RFC 5952 4): lower case, the first longest run of zeros shortened. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static String of(byte[] bytes) {
        List<String> groups = new ArrayList<>(GROUPS);
        for (int i = 0; i < GROUPS; i++) {
            groups.add(Integer.toHexString((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff)));
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int run = runOfZeros(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        // RFC 5952 4.2.2: one group alone is not shortened.
        if (length < 2) {
            return String.join(":", groups);
        }
        return String.join(":", groups.subList(0, start))
                + "::"
                + String.join(":", groups.subList(start + length, GROUPS));
    }

    private static int runOfZeros(List<String> groups, int from) {
        int end = from;
        while (end < GROUPS && groups.get(end).equals("0")) {
            end++;
        }
        return end - from;
    }
}
