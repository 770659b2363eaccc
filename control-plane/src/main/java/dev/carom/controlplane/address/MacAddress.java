package dev.carom.controlplane.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.Locale;

/** A unicast MAC address; its text is lower case with colons. */
public record MacAddress(String text) {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    public MacAddress {
        text = text.replace('-', ':').toLowerCase(Locale.ROOT);
        byte[] bytes = COLONS.parseHex(text);
        if (bytes.length != 6) {
            throw new IllegalArgumentException("a MAC address has six bytes: " + text);
        }
        if ((bytes[0] & 1) != 0 || text.equals("00:00:00:00:00:00")) {
            throw new IllegalArgumentException("a server's MAC address is unicast and not zero: " + text);
        }
    }

    /** @throws IllegalArgumentException if the text is not six bytes in hexadecimal, or not unicast */
    @JsonCreator
    public static MacAddress parse(String text) {
        return new MacAddress(text);
    }

    /** Six bytes in network order. */
    public byte[] toBytes() {
        return COLONS.parseHex(text);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
