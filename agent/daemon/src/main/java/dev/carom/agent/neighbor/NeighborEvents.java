package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import java.util.UUID;

/** Told by the thread of {@link Neighbors}; must not block. */
public interface NeighborEvents {

    /** A backend's MAC address became known, or changed. */
    void learned(NeighborLearned neighbor);

    /** A backend that was there leaves questions unanswered: told at each further one. */
    void silent(UUID backend, int unanswered);

    /** Told once per (code, VIP, MAC), and again when it is still so after a minute. */
    void found(NeighborFinding finding);

    /** Nobody else has this VIP, of which {@link Neighbors#provenFree} was asked. */
    void free(IpAddress vip);
}
