package dev.carom.controlplane.pool;

import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;

/** The datagram that a UDP probe sends, and how the answer begins; both in hexadecimal. */
@Schema(name = "UdpCheckSpec")
public record UdpCheck(
        @Schema(defaultValue = "") String sendHex,

        @Schema(defaultValue = "", description = "Empty: any answer, or none, unless the port is unreachable.")
        String expectHex) {
    private static final String HEXADECIMAL = "([0-9a-fA-F]{2}){0,512}";

    /** An empty datagram. */
    static final UdpCheck EMPTY = new UdpCheck("", "");

    void check(Violations violations) {
        violations.unless(sendHex.matches(HEXADECIMAL), "/udp/sendHex", "HEX_INVALID", explain());
        violations.unless(expectHex.matches(HEXADECIMAL), "/udp/expectHex", "HEX_INVALID", explain());
    }

    private static String explain() {
        return "Bytes are written as pairs of hexadecimal digits, at most 512 bytes.";
    }
}
