package dev.carom.agent.diagnose;

import java.util.Locale;

/** The questions, in the order in which a person reads them. */
enum CheckName {
    NEIGHBOR,
    NEIGHBOR_AT_PINNED,
    NEIGHBOR_WITHOUT_SENDER,
    ANSWERS_FOR_VIP,
    ASKED_AS_VIP,
    ASKED_AS_STRANGER,
    ECHO,
    CLOSED_PORT,
    SERVICE,
    SERVICE_DIRECT,
    BROKEN_OPTION,
    RETURN_MTU,
    DUPLICATE_ADDRESS;

    /** As people read it: {@code closed-port}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
