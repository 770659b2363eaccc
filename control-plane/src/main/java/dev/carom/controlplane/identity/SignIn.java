package dev.carom.controlplane.identity;

import dev.carom.controlplane.platform.CaromProperties;
import dev.carom.controlplane.problem.Forbidden;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.security.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets people in who know their password, and lets them change it. */
@Component
public class SignIn {
    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Users users;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final CaromProperties carom;

    SignIn(Users users, Passwords passwords, SignInThrottle throttle, CaromProperties carom) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.carom = carom;
    }

    /**
     * Who that is.
     *
     * @throws Forbidden without saying whether the name or the password is wrong
     */
    public Caller withPassword(String name, String password, InetAddress from) {
        String known = name.toLowerCase(Locale.ROOT);
        throttle.attempt(known, from);
        Users.Credentials credentials = users.credentials(known).orElse(null);
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
        Caller known = withPassword(person.name(), current, from);
        Passwords.check("/newPassword", wanted, person.name());
        if (current.equals(wanted)) {
            throw new InvalidResource("/newPassword", "PASSWORD_UNCHANGED", "The new password is the old one.");
        }
        users.setPassword(known.id(), passwords.hash(wanted), false);
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
