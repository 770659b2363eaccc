package dev.carom.controlplane.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** A unicast MAC address; its text is lower case with colons. */
public record MacAddress(String text) {
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    public MacAddress {
        text = text.replace('-', ':').toLowerCase(Locale.ROOT);
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("a MAC address is six bytes, written 52:54:00:12:34:56: " + text);
        }
        if ((COLONS.parseHex(text)[0] & 1) != 0 || text.equals("00:00:00:00:00:00")) {
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
