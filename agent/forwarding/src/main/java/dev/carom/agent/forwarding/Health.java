package dev.carom.agent.forwarding;

/** UNKNOWN is not yet judged: it takes no new flows while another backend is UP. */
public enum Health {
    UP,
    DOWN,
    UNKNOWN
}
