package dev.carom.controlplane.identity;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.audit.AuditTrail.Deed;
import dev.carom.controlplane.audit.Difference;
import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Hands out API tokens and takes them back. */
@Service
public class IssuedTokens {
    private static final Duration LONGEST_LIFE = Duration.ofDays(3660);

    private final ApiTokens tokens;
    private final AuditTrail audit;
    private final Actors actors;
    private final JsonMapper json;
    private final Clock clock;

    IssuedTokens(ApiTokens tokens, AuditTrail audit, Actors actors, JsonMapper json, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    /** @param secret shown once */
    public record Issued(ApiToken token, String secret) {}

    @Transactional
    public Issued issue(TokenSpec spec) {
        check(spec);
        Long seconds = spec.lifetimeSeconds();
        Instant expiresAt = seconds == null ? null : clock.instant().plusSeconds(seconds);
        String secret = Secret.random(ApiTokens.PREFIX);
        ApiToken token = tokens.insert(secret, spec, actors.current(), expiresAt);
        record("TOKEN_ISSUED", null, token);
        return new Issued(token, secret);
    }

    private static void check(TokenSpec spec) {
        Violations violations = new Violations();
        Names.check("/name", spec.name(), violations);
        Names.checkLabels(spec.labels(), violations);
        Long seconds = spec.lifetimeSeconds();
        violations.unless(
                seconds == null || seconds > 0 && seconds <= LONGEST_LIFE.toSeconds(),
                "/lifetimeSeconds",
                "LIFETIME_OUT_OF_RANGE",
                "A token lives from a second to ten years, or until it is revoked.");
        violations.refuse();
    }

    public ApiToken find(UUID id) {
        return tokens.find(id).orElseThrow(() -> new NotFound("token", id));
    }

    /** It opens nothing from the commit on; its row stays. */
    @Transactional
    public void revoke(UUID id) {
        ApiToken before = find(id);
        if (tokens.revoke(id)) {
            record("TOKEN_REVOKED", before, find(id));
        }
    }

    private void record(String action, @Nullable ApiToken before, ApiToken after) {
        String difference = Difference.of(before == null ? null : json.valueToTree(before), json.valueToTree(after));
        audit.record(
                clock.instant(),
                actors.current(),
                null,
                List.of(new Deed(action, "token", after.id(), after.name(), difference)));
    }
}
