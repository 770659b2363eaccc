package dev.carom.controlplane.rollout;

/** Gives the bytes that agents receive; equal states give equal bytes. */
public interface DesiredStateEncoder {
    byte[] encode(DesiredState state);
}
