package dev.carom.lab.client;

import java.nio.charset.StandardCharsets;

/** An HTTP answer with a body of a known length. */
public record HttpAnswer(int status, byte[] body) {

    /** The body without the white space around it. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8).strip();
    }
}
