package dev.carom.lab.demo;

import dev.carom.lab.capture.Frame;

/**
 * One of the three steps, as a frame that was captured.
 *
 * @param seenAt the host whose capture holds it
 * @param macOwner the host whose MAC the destination is, or {@code ?}
 */
public record Step(String title, String seenAt, Frame frame, Frame.Ip packet, String macOwner) {}
