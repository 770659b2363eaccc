package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against CPython, whose {@code hash(bytes)} is SipHash-1-3 under the zero key when PYTHONHASHSEED is 0. */
final class SipHashTest {

    @ParameterizedTest
    @CsvSource({"a, 407448d2b89b1813", "abcdefgh, 3f7b849c0b8e35ea", "abcdefghijklm, 954aa964997ae4e6"})
    void agreesWithAnotherImplementation(String message, String expected) {
        SipHash hash = new SipHash(new HashKey(0, 0)).begin();
        byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
        int whole = bytes.length / 8 * 8;
        for (int at = 0; at < whole; at += 8) {
            hash.word(inNetworkOrder(bytes, at, 8));
        }
        long result = hash.finish(inNetworkOrder(bytes, whole, bytes.length - whole), bytes.length);
        assertThat(Long.toHexString(result)).isEqualTo(expected);
    }

    private static long inNetworkOrder(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }
}
