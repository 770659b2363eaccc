package dev.carom.agent.reconcile;

/** The findings that an agent can make of itself and its surroundings. Names are fixed for the whole product. */
public enum FindingCode {
    BACKEND_ANSWERS_ARP,
    BOUNCED,
    DUPLICATE_MASTER,
    ENGINE_FALLBACK,
    FOREIGN_OWNER,
    HEALTH_IGNORED,
    NOT_READY,
    NOT_READY_SUPERFRAMES,
    PARTIAL_CHECKSUMS,
    PATHS_DIFFER,
    PROBE_PATH_BLOCKED,
    SELF_SUSPECT,
    STATE_FILE_CORRUPT,
    STATE_FILE_UNWRITABLE,
    TAMPERED,
    UNKNOWN_NODE,
    UNRESOLVED,
    UNSUPPORTED_BY_NODE,
    VIP_ON_NODE
}
