package dev.carom.agent.diagnose;

/** What can be wrong with a backend. Names are fixed for the whole product. */
public enum FaultCode {
    VIP_NOT_ON_LOOPBACK,
    SERVICE_NOT_ON_VIP,
    BACKEND_ANSWERS_ARP,
    UNRESOLVED,
    PORT_REFUSED,
    FILTERED,
    RP_FILTER,
    WRONG_MAC,
    BOUNCED,
    RETURN_MTU,
    DAD_FAILED
}
