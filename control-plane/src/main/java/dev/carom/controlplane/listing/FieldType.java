package dev.carom.controlplane.listing;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** What values a field has: how they are read, and how SQL takes and shows them. */
public enum FieldType {
    TEXT("text"),
    NUMBER("bigint"),
    TRUTH("boolean"),
    ID("uuid"),
    TIME("timestamptz"),
    ADDRESS("inet");

    private static final int LONGEST_TEXT = 256;

    private final String sqlType;

    FieldType(String sqlType) {
        this.sqlType = sqlType;
    }

    /** @throws IllegalArgumentException if the text is no value of this type; the message says what is */
    Comparable<?> read(String text) {
        return switch (this) {
            case TEXT -> plain(text);
            case NUMBER -> number(text);
            case TRUTH -> truth(text);
            case ID -> id(text);
            case TIME -> time(text);
            case ADDRESS -> address(text);
        };
    }

    private static String plain(String text) {
        boolean printable = text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!printable || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("at most " + LONGEST_TEXT + " printable characters");
        }
        return text;
    }

    private static Long number(String text) {
        if (!text.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException("a whole number");
        }
        return Long.valueOf(text);
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false");
        }
        return Boolean.valueOf(text);
    }

    private static String id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new IllegalArgumentException("a UUID");
        }
        return UUID.fromString(text).toString();
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            // Four digits of a year: PostgreSQL's calendar ends before Java's.
            if (text.startsWith("2") || text.startsWith("1")) {
                return time;
            }
        } catch (DateTimeException unreadable) {
            // Falls through to the one message.
        }
        throw new IllegalArgumentException("a moment in UTC, written 2026-11-23T04:05:06Z");
    }

    private static String address(String text) {
        try {
            return text.contains("/")
                    ? Subnet.parse(text).toString()
                    : IpAddress.parse(text).toString();
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("an IP address, or a subnet with the operator ~", unreadable);
        }
    }

    String sqlType() {
        return sqlType;
    }

    /** SQL that shows a column as {@link #read} takes it. */
    String shown(String column) {
        return switch (this) {
            case TIME -> "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
            case ADDRESS -> "host(" + column + ")";
            default -> "(" + column + ")::text";
        };
    }
}
