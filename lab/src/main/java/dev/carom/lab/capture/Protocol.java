package dev.carom.lab.capture;

/** The protocols that the decoder tells apart. */
public enum Protocol {
    TCP,
    UDP,
    ICMP,
    OTHER
}
