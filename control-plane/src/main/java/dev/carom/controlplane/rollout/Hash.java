package dev.carom.controlplane.rollout;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a desired state's bytes as sent, in hexadecimal; empty when an agent has none. */
public record Hash(String hexadecimal) {
    public static Hash of(byte[] content) {
        try {
            return ofBytes(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static Hash ofBytes(byte[] hash) {
        return new Hash(HexFormat.of().formatHex(hash));
    }

    public byte[] toBytes() {
        return HexFormat.of().parseHex(hexadecimal);
    }

    @Override
    public String toString() {
        return hexadecimal;
    }
}
