package dev.carom.controlplane.identity;

import dev.carom.controlplane.problem.TooMany;
import dev.carom.controlplane.security.Secret;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: by name and address together, by address, and by name with more patience, so that a stranger
 * cannot easily lock somebody out. An attempt counts as failed from its start: guesses at the same time count too.
 */
@Component
class SignInThrottle {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int PER_ADDRESS = 4;
    private static final int PER_NAME = 20;

    private final JdbcClient sql;
    private final Clock clock;
    private final int free;

    SignInThrottle(JdbcClient sql, Clock clock, SignInSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.free = settings.freeFailures();
    }

    /** @throws TooMany when it is too early for another attempt */
    void attempt(String name, InetAddress address) {
        String from = network(address);
        count("both " + name + " " + from, free);
        count("from " + from, free * PER_ADDRESS);
        count("name " + name, free * PER_NAME);
    }

    void succeeded(String name, InetAddress address) {
        String from = network(address);
        for (String subject : new String[] {"both " + name + " " + from, "from " + from, "name " + name}) {
            sql.sql("DELETE FROM sign_in_failure WHERE subject = :subject")
                    .param("subject", hashed(subject))
                    .update();
        }
    }

    /** Doubles the wait with each failure after the free ones. */
    private void count(String subject, int freeFailures) {
        Instant now = clock.instant();
        int counted = sql.sql("""
                INSERT INTO sign_in_failure AS known (subject, failures, last_at) VALUES (:subject, 1, :now)
                ON CONFLICT (subject) DO UPDATE SET last_at = :now,
                  failures = CASE WHEN known.last_at < :forgotten THEN 1 ELSE known.failures + 1 END
                WHERE known.failures < :free
                  OR known.last_at + interval '1 second' * least(:longest, power(2, least(known.failures - :free, 20))) <= :now
                """)
                .param("subject", hashed(subject))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("forgotten", now.minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                .param("free", freeFailures)
                .param("longest", LONGEST_WAIT.toSeconds())
                .update();
        if (counted == 0) {
            throw new TooMany(
                    "TOO_MANY_ATTEMPTS", "Too many sign-ins failed: wait a minute and try again.", LONGEST_WAIT);
        }
    }

    /** Whoever has one IPv6 address has its /64. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    /** People type passwords where names belong. */
    private static String hashed(String subject) {
        return HexFormat.of().formatHex(Secret.hash(subject));
    }
}
