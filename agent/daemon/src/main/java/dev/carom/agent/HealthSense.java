package dev.carom.agent;

import dev.carom.agent.health.HealthChanged;
import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Event;
import dev.carom.agent.reconcile.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what health checks judge to the reconciler first, and to the report after. */
record HealthSense(Mailbox mailbox, Bell bell) {
    private static final Logger LOG = LoggerFactory.getLogger(HealthSense.class);

    void changed(HealthChanged change) {
        mailbox.post(new Event.HealthChanged(change.listener(), change.backend(), change.health()));
        bell.ring();
        LOG.info(
                "backend {} is {} for listener {}: {}",
                change.backend(),
                change.health(),
                change.listener(),
                change.reason());
    }
}
