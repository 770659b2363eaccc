package dev.carom.controlplane.identity;

import dev.carom.controlplane.platform.CaromProperties;
import dev.carom.controlplane.security.Role;
import dev.carom.controlplane.security.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the first way in, before the first request: there is no credential that anybody could know beforehand. */
@Component
@EnableConfigurationProperties({BootstrapSettings.class, SignInSettings.class})
class FirstStart implements SmartInitializingSingleton {
    static final String ADMIN = "admin";
    static final String BOOTSTRAP = "bootstrap";

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final int SHORTEST_TOKEN = ApiTokens.PREFIX.length() + 32;

    private final BootstrapSettings settings;
    private final CaromProperties carom;
    private final TransactionTemplate transactions;
    private final Users users;
    private final RoleBindings bindings;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final Clock clock;

    FirstStart(
            BootstrapSettings settings,
            CaromProperties carom,
            PlatformTransactionManager transactions,
            Users users,
            RoleBindings bindings,
            Passwords passwords,
            ApiTokens tokens,
            Clock clock) {
        this.settings = settings;
        this.carom = carom;
        this.transactions = new TransactionTemplate(transactions);
        this.users = users;
        this.bindings = bindings;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(status -> {
            users.lock();
            boolean first = users.isEmpty();
            if (first) {
                makeAdmin();
            }
            String chosen = chosenToken();
            if (chosen != null) {
                bootstrapWith(chosen, null);
            } else if (first) {
                String random = Secret.random(ApiTokens.PREFIX);
                bootstrapWith(random, clock.instant().plus(settings.lifetime()));
                keep("bootstrap-token", random);
            }
        });
    }

    private void makeAdmin() {
        String password = passwords.random();
        bindings.insert(users.insert(ADMIN, passwords.hash(password), true), Role.ADMIN, null, false);
        keep("admin-password", password);
        // Not by the log, which is kept and sent elsewhere.
        System.err.printf(
                "%nThis is the first start. Sign in as %s with the password %s and choose another.%n"
                        + "It is shown this once; until it is changed it also stands in %s.%n%n",
                ADMIN, password, passwordFile());
    }

    private void bootstrapWith(String token, @Nullable Instant expiresAt) {
        tokens.revokeAllNamed(BOOTSTRAP);
        tokens.insert(token, new TokenSpec(BOOTSTRAP, Role.ADMIN, List.of(), Map.of(), null), "carom", expiresAt);
    }

    private @Nullable String chosenToken() {
        String token = settings.token();
        Path file = settings.tokenFile();
        if ((token == null || token.isBlank())
                && file != null
                && !file.toString().isBlank()) {
            try {
                token = Files.readString(file).strip();
            } catch (IOException e) {
                throw new IllegalStateException("CAROM_BOOTSTRAP_TOKEN_FILE cannot be read: " + e.getMessage(), e);
            }
        }
        if (token == null || token.isBlank()) {
            return null;
        }
        if (!token.startsWith(ApiTokens.PREFIX) || token.length() < SHORTEST_TOKEN) {
            throw new IllegalStateException("The bootstrap token must begin with " + ApiTokens.PREFIX
                    + " and have at least 32 random characters after it.");
        }
        return token;
    }

    private Path passwordFile() {
        return carom.dataDir().resolve("admin-password").toAbsolutePath();
    }

    private void keep(String name, String secret) {
        Path file = carom.dataDir().resolve(name);
        try {
            PrivateFile.write(file, secret + "\n");
        } catch (IOException e) {
            log.warn("{} cannot be written: {}", file, e.toString());
        }
    }
}
