package dev.carom.controlplane.identity;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.TooMany;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords by Argon2id (RFC 9106), a few at a time: each takes 16 MiB. */
@Component
class Passwords {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Without letters and digits that look alike: people type it once. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int RANDOM_LENGTH = 24;

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final String nobodys = encoder.encode(random());

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Takes as long for somebody who does not exist ({@code hash} is null) as for who does. */
    boolean matches(String password, @Nullable String hash) {
        boolean equal = inTurn(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return equal && hash != null;
    }

    /** 118 bits. */
    final String random() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** Length is what counts (NIST SP 800-63B 3.1.1); the upper bound is for the hash's sake. */
    static void check(String pointer, String password, String user) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new InvalidResource(
                    pointer,
                    "PASSWORD_LENGTH",
                    "A password has " + SHORTEST + "-" + LONGEST + " characters; a few random words make a good one.");
        }
        if (password.toLowerCase(Locale.ROOT).contains(user)) {
            throw new InvalidResource(pointer, "PASSWORD_HOLDS_NAME", "A password does not hold the user's name.");
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooMany("TOO_MANY_SIGN_INS", "Too many people sign in at once: try again.", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
