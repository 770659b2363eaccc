package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.InvalidResource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The last row of a page, opaque to callers. */
record Cursor(String name, String id) {
    static String of(String name, UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String id = plain.substring(0, plain.indexOf(' '));
            String name = plain.substring(plain.indexOf(' ') + 1);
            if (name.indexOf('\0') >= 0) {
                throw unreadable();
            }
            return new Cursor(name, UUID.fromString(id).toString());
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    static InvalidResource unreadable() {
        return new InvalidResource(
                "", "CURSOR_INVALID", "The cursor is the nextCursor of a page, unchanged; begin again without one.");
    }
}
