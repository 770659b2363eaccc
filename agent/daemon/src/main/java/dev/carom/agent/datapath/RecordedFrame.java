package dev.carom.agent.datapath;

import java.time.Instant;

/**
 * A control frame as the data path met it.
 *
 * @param number tells it from every other one of the recorder
 * @param interfaceIndex the data path's
 * @param bytes from the destination MAC on; the first of them, where it was long
 * @param length on the wire, in bytes
 */
public record RecordedFrame(
        long number, Instant time, int interfaceIndex, byte[] bytes, int length, boolean outbound) {}
