package dev.carom.agent;

import dev.carom.agent.health.HealthChanged;
import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Event;
import dev.carom.agent.reconcile.Mailbox;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what health checks judge to the reconciler first, and to the report after.
 *
 * @param noted told of each change, for the flight recorder
 */
record HealthSense(Mailbox mailbox, Bell bell, Consumer<String> noted) {
    private static final Logger LOG = LoggerFactory.getLogger(HealthSense.class);

    void changed(HealthChanged change) {
        mailbox.post(new Event.HealthChanged(change.listener(), change.backend(), change.health()));
        bell.ring();
        noted.accept("backend %s is %s for listener %s: %s"
                .formatted(change.backend(), change.health(), change.listener(), change.reason()));
        LOG.info(
                "backend {} is {} for listener {}: {}",
                change.backend(),
                change.health(),
                change.listener(),
                change.reason());
    }
}
