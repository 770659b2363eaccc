package dev.carom.controlplane.ipvs;

import java.util.Map;

/** Why a directive of keepalived.conf has no equivalent, and what there is instead. */
final class Explanations {
    private static final String SCRIPTS = "Scripts are not run: webhooks tell other systems what happens.";
    private static final String HOST =
            "This sets up the host, not the balancing: leave it to the host's own configuration.";
    private static final String ELECTION =
            "Who owns a VIP follows the priorities and the agents' own health: nothing else takes part.";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("global_defs", "Settings of keepalived itself: events go to webhooks rather than by mail."),
            Map.entry("vrrp_script", SCRIPTS),
            Map.entry("track_script", SCRIPTS),
            Map.entry("MISC_CHECK", SCRIPTS),
            Map.entry("notify_up", SCRIPTS),
            Map.entry("notify_down", SCRIPTS),
            Map.entry("notify", SCRIPTS),
            Map.entry("notify_master", SCRIPTS),
            Map.entry("notify_backup", SCRIPTS),
            Map.entry("notify_fault", SCRIPTS),
            Map.entry("notify_stop", SCRIPTS),
            Map.entry("quorum_up", SCRIPTS),
            Map.entry("quorum_down", SCRIPTS),
            Map.entry("smtp_alert", "Events go to webhooks rather than by mail."),
            Map.entry("static_ipaddress", HOST),
            Map.entry("static_routes", HOST),
            Map.entry("static_rules", HOST),
            Map.entry("virtual_routes", HOST),
            Map.entry("virtual_rules", HOST),
            Map.entry("virtual_ipaddress_excluded", "Only what virtual_ipaddress lists is carried."),
            Map.entry("vrrp_sync_group", "VIPs that move together belong to one virtual router."),
            Map.entry("authentication", "VRRP version 3 has none (RFC 9568 9)."),
            Map.entry("state", ELECTION),
            Map.entry("nopreempt", ELECTION),
            Map.entry("preempt_delay", ELECTION),
            Map.entry("track_interface", ELECTION),
            Map.entry("track_process", ELECTION),
            Map.entry("interface", "A node group's networks say by which interface a VIP is reached."),
            Map.entry("lvs_sync_daemon_interface", "Nodes choose the same backend without telling each other."),
            Map.entry("quorum", "A pool's panicThresholdPercent is the nearest: set it by hand."),
            Map.entry("hysteresis", "A monitor's rise and fall are the nearest: set them by hand."),
            Map.entry("alpha", "A backend is down until its first probes succeed, always."),
            Map.entry("omega", "Nothing is taken down when an agent stops: its last state stays."),
            Map.entry("ops", "A flow stays on its backend, also by UDP."),
            Map.entry("digest", "A body is compared with a text that it contains: set expectedBody by hand."),
            Map.entry("delay_before_retry", "A probe that failed is repeated after the usual interval."),
            Map.entry("connect_ip", "Probes go to the VIP itself at each backend."),
            Map.entry("bindto", "Probes leave from the node's own address."),
            Map.entry("uthreshold", "There is no limit of connections for each backend."),
            Map.entry("lthreshold", "There is no limit of connections for each backend."),
            Map.entry("include", "Only the text that was sent is read: send the included file, too."));

    private Explanations() {}

    static String of(String keyword) {
        return keyword.startsWith("@")
                ? "It depends on a condition, which is not known here: send the file as one host has it."
                : KNOWN.getOrDefault(keyword, "It has no equivalent.");
    }
}
