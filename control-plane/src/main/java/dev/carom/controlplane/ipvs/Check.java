package dev.carom.controlplane.ipvs;

import java.util.Map;

/**
 * How servers are probed.
 *
 * @param type of our health monitors
 * @param port 0: the service's own
 * @param fall bad results in a row
 * @param details the monitor's properties http or udp, by their names
 */
record Check(String type, int port, long intervalMs, long timeoutMs, int fall, Map<String, Object> details) {
    Check {
        details = Map.copyOf(details);
    }
}
