package dev.carom.agent.health;

import java.time.Instant;

/** What a round asks: each time through one passage. */
sealed interface Asked permits Service, Presence {
    Passage next();

    void conclude(Passage asked, Observation seen, Instant now);
}
