package dev.carom.controlplane.webhook;

import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.audit.AuditTrail.Deed;
import dev.carom.controlplane.audit.Difference;
import dev.carom.controlplane.listing.PageRequest;
import dev.carom.controlplane.listing.Slice;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.security.Actors;
import dev.carom.controlplane.security.Egress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides who is told of what happens. */
@Service
public class Webhooks {
    private static final int MOST = 100;
    private static final String NOUN = "webhook";

    private final WebhookRows rows;
    private final Deliveries deliveries;
    private final SqlPages pages;
    private final Egress egress;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    Webhooks(
            WebhookRows rows,
            Deliveries deliveries,
            SqlPages pages,
            Egress egress,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.pages = pages;
        this.egress = egress;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** @param secret made by us; absent when the caller gave one, and knows it */
    public record Made(Webhook webhook, @Nullable String secret) {}

    public Slice<Webhook> list(PageRequest request) {
        return pages.ids(WebhookRows.COLLECTION, request).map(rows::list);
    }

    public Webhook find(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(NOUN, id));
    }

    @Transactional
    public Made create(WebhookSpec spec) {
        check(spec);
        if (rows.countForCreation() >= MOST) {
            throw new Conflict(
                    "LIMIT_REACHED", "There are " + MOST + " webhooks, which is the most. Delete one first.");
        }
        UUID id = UUID.randomUUID();
        String given = spec.secret();
        String secret = given == null ? WebhookSecret.random() : given;
        rows.insert(id, spec, secret);
        Webhook made = find(id);
        record("CREATED", made, Difference.of(null, AuditedWebhook.of(made.spec(), secret)));
        return new Made(made, given == null ? secret : null);
    }

    /** @param edit of the present content, which never has the secret */
    @Transactional
    public Webhook change(UUID id, ExpectedVersion expected, UnaryOperator<WebhookSpec> edit) {
        Webhook before = find(id);
        expected.check(before.version());
        WebhookSpec wanted = edit.apply(before.spec());
        check(wanted);
        rows.update(id, wanted);
        Webhook after = find(id);
        record(
                "UPDATED",
                after,
                Difference.of(
                        AuditedWebhook.of(before.spec(), null), AuditedWebhook.of(after.spec(), wanted.secret())));
        return after;
    }

    @Transactional
    public void delete(UUID id, ExpectedVersion expected) {
        Webhook before = find(id);
        expected.check(before.version());
        rows.delete(id);
        record("DELETED", before, Difference.of(AuditedWebhook.of(before.spec(), null), null));
    }

    /** Sends what says that it is a test: once, whatever comes of it. */
    @Transactional
    public Delivery test(UUID id) {
        Webhook webhook = find(id);
        if (!webhook.enabled()) {
            throw new Conflict("WEBHOOK_DISABLED", "The webhook is disabled: enable it, then test it.");
        }
        record("TESTED", webhook, null);
        return deliveries.addTest(webhook);
    }

    public Slice<Delivery> deliveries(UUID id, PageRequest request) {
        find(id);
        return pages.numbers(Deliveries.collection(id), request).map(deliveries::list);
    }

    public Delivery delivery(UUID webhook, UUID id) {
        return deliveries.find(webhook, id).orElseThrow(() -> new NotFound("delivery", id));
    }

    /** As if it had never been tried. */
    @Transactional
    public Delivery redeliver(UUID webhook, UUID id) {
        delivery(webhook, id);
        deliveries.renew(id);
        record("REDELIVERED", find(webhook), null);
        return delivery(webhook, id);
    }

    private void check(WebhookSpec spec) {
        Violations violations = new Violations();
        spec.check(violations);
        violations.refuse();
        refuseForbiddenLiteral(spec, violations);
        violations.refuse();
    }

    /** Names are judged when they are resolved, at each delivery; an address can be refused at once. */
    private void refuseForbiddenLiteral(WebhookSpec spec, Violations violations) {
        String host = URI.create(spec.url()).getHost();
        try {
            InetAddress address = InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""));
            egress.offence(address).ifPresent(reason -> violations.unless(false, "/url", "TARGET_FORBIDDEN", reason));
        } catch (IllegalArgumentException name) {
            return;
        }
    }

    private void record(String action, Webhook webhook, @Nullable String difference) {
        audit.record(
                clock.instant(),
                actors.current(),
                null,
                List.of(new Deed(action, NOUN, webhook.id(), webhook.name(), difference)));
    }
}
