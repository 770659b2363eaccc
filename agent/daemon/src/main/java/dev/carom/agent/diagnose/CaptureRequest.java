package dev.carom.agent.diagnose;

import dev.carom.agent.packet.IpAddress;
import java.time.Duration;

/**
 * What to capture of a VIP.
 *
 * @param filter in the language of pcap-filter(7); empty takes everything of the VIP
 * @param time at most a minute
 * @param bytes of the file, at most 16 MiB
 */
public record CaptureRequest(IpAddress vip, String filter, Duration time, long bytes) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long LARGEST = 16L << 20;

    public CaptureRequest {
        time = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        bytes = Math.min(bytes, LARGEST);
    }

    /** The VIP's frames, with a tag and without: {@code vlan} moves what comes after it, and so stands last. */
    String wholeFilter() {
        String wanted = "host " + vip + (filter.isBlank() ? "" : " and (" + filter + ")");
        return "(" + wanted + ") or (vlan and " + wanted + ")";
    }
}
