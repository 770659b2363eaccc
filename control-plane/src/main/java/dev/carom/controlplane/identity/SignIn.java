package dev.carom.controlplane.identity;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.audit.AuditTrail.Deed;
import dev.carom.controlplane.audit.Origin;
import dev.carom.controlplane.platform.CaromProperties;
import dev.carom.controlplane.problem.Forbidden;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.security.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people in who know their password, and lets them change it. */
@Component
public class SignIn {
    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Users users;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final CaromProperties carom;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SignIn(
            Users users,
            Passwords passwords,
            SignInThrottle throttle,
            CaromProperties carom,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.carom = carom;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Who that is.
     *
     * @throws Forbidden without saying whether the name or the password is wrong
     */
    public Caller withPassword(String name, String password, InetAddress from) {
        Caller caller = verified(name, password, from);
        record("SIGNED_IN", caller);
        return caller;
    }

    private void record(String action, Caller user) {
        audit.record(clock.instant(), user.name(), null, List.of(new Deed(action, "user", user.id(), user.name())));
    }

    private Caller verified(String name, String password, InetAddress from) {
        String known = name.toLowerCase(Locale.ROOT);
        throttle.attempt(known, from);
        Users.Credentials credentials = users.credentials(known).orElse(null);
        if (credentials != null) {
            // The trail names a user who is one, and nothing else: people type passwords where names belong.
            Origin.concern(new Origin.Concerned("user", credentials.id(), known));
        }
        if (!passwords.matches(password, credentials == null ? null : credentials.hash()) || credentials == null) {
            throw new Forbidden("SIGN_IN_FAILED", "The name or the password is wrong.");
        }
        throttle.succeeded(known, from);
        return users.caller(credentials.id())
                .orElseThrow(() -> new Forbidden("SIGN_IN_FAILED", "The name or the password is wrong."));
    }

    /** Sessions other than the present one are the caller's to end. */
    public void changePassword(UUID user, String current, String wanted, InetAddress from) {
        User person = users.find(user).orElseThrow();
        Caller known = verified(person.name(), current, from);
        Passwords.check("/newPassword", wanted, person.name());
        if (current.equals(wanted)) {
            throw new InvalidResource("/newPassword", "PASSWORD_UNCHANGED", "The new password is the old one.");
        }
        String hash = passwords.hash(wanted);
        transactions.executeWithoutResult(status -> {
            users.setPassword(known.id(), hash, false);
            record("PASSWORD_CHANGED", known);
        });
        if (person.name().equals(FirstStart.ADMIN)) {
            forgetFirstPassword();
        }
    }

    private void forgetFirstPassword() {
        try {
            Files.deleteIfExists(carom.dataDir().resolve("admin-password"));
        } catch (IOException e) {
            log.warn("The file of the first password, which is worthless now, stays: {}", e.toString());
        }
    }
}
