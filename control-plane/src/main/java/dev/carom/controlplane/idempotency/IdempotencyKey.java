package dev.carom.controlplane.idempotency;

import dev.carom.controlplane.problem.InvalidParameter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a caller names one POST by (draft-ietf-httpapi-idempotency-key-header), with or without its quotes. */
record IdempotencyKey(String actor, String text) {
    static final String HEADER = "Idempotency-Key";

    /** Long enough that nobody with the database alone finds it by trying: a UUID does. */
    private static final Pattern TEXT = Pattern.compile("\"?([A-Za-z0-9._~:+/=-]{16,128})\"?");

    /** @throws InvalidParameter if the header cannot be read */
    static IdempotencyKey parse(String actor, String header) {
        var matcher = TEXT.matcher(header.strip());
        if (!matcher.matches()) {
            throw new InvalidParameter(
                    HEADER,
                    "IDEMPOTENCY_KEY_INVALID",
                    "An idempotency key is 16-128 letters, digits or -._~:+/=, new for each operation: a random UUID.");
        }
        return new IdempotencyKey(actor, matcher.group(1));
    }

    /** By which the database knows it: 32 bytes. Keys of different actors are different. */
    byte[] hash() {
        return Digests.sha256("key", actor.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    /** By which the answer is sealed: 32 bytes, found nowhere but in the caller's request. */
    byte[] secret() {
        return Digests.sha256("secret", actor.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}
