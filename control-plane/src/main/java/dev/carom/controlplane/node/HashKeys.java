package dev.carom.controlplane.node;

import java.security.SecureRandom;

/** Makes the secrets by which groups choose backends. */
final class HashKeys {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private HashKeys() {}

    /** 16 random bytes. */
    static byte[] random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return key;
    }
}
