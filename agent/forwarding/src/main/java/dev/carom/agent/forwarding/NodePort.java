package dev.carom.agent.forwarding;

/**
 * An attached interface as the table holds it.
 *
 * @param mac 48 bits
 * @param facesClients whether questions for VIPs are answered here
 */
record NodePort(int index, String name, long mac, int mtu, boolean facesClients) {}
