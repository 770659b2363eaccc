package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.HashKey;

/**
 * SipHash-1-3 (Aumasson, Bernstein) under a node group's key, fed with whole words. Without the key a client cannot
 * aim at a backend or a bucket. Reused for hash after hash; one thread.
 */
final class SipHash {
    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    SipHash(HashKey key) {
        key0 = Long.reverseBytes(key.high());
        key1 = Long.reverseBytes(key.low());
    }

    SipHash begin() {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        return this;
    }

    /** Eight bytes of the message, in network order. */
    SipHash word(long bytes) {
        return block(Long.reverseBytes(bytes));
    }

    /**
     * The last 0 to 7 bytes and the end.
     *
     * @param bytes in network order, in the low bytes of the long
     * @param length of the whole message, in bytes
     */
    long finish(long bytes, int length) {
        int rest = length & 7;
        long tail = rest == 0 ? 0 : Long.reverseBytes(bytes << 64 - 8 * rest);
        block(tail | (long) length << 56);
        v2 ^= 0xff;
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private SipHash block(long message) {
        v3 ^= message;
        round();
        v0 ^= message;
        return this;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
