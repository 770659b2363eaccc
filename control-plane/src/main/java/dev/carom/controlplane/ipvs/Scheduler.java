package dev.carom.controlplane.ipvs;

import java.util.Map;
import java.util.Optional;

/** The schedulers of IPVS by our names. */
final class Scheduler {
    private static final Map<String, String> KNOWN = Map.of(
            "rr", "ROUND_ROBIN",
            "wrr", "ROUND_ROBIN",
            "lc", "LEAST_CONNECTIONS",
            "wlc", "LEAST_CONNECTIONS",
            "sh", "SOURCE_IP",
            "mh", "MAGLEV");

    /** What a file that names none has: ipvsadm's own. */
    static final String USUAL = "LEAST_CONNECTIONS";

    /** For those that have no equivalent. */
    static final String INSTEAD = "MAGLEV";

    private Scheduler() {}

    static Optional<String> named(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    static String explain(String name) {
        return "There is no scheduler " + name + ": " + INSTEAD + " is taken, which hashes flows.";
    }
}
