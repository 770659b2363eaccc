package dev.carom.controlplane.kubernetes.service;

/**
 * What is said of a Service in an Event on it.
 *
 * @param message sentences for people
 */
record Notice(Reason reason, String message) {
    enum Reason {
        ADDRESS_ASSIGNED("AddressAssigned", false),
        ADDRESS_INVALID("AddressInvalid", true),
        ADDRESS_OUTSIDE_POOLS("AddressOutsidePools", true),
        ADDRESS_POOL_UNKNOWN("AddressPoolUnknown", true),
        ADDRESS_TAKEN("AddressTaken", true),
        BALANCERS_LEFT_OUT("BalancersLeftOut", false),
        HEALTH_CHECK_PORT_MISSING("HealthCheckPortMissing", true),
        NO_BACKENDS("NoBackends", true),
        NO_FREE_ADDRESS("NoFreeAddress", true),
        NO_USABLE_PORT("NoUsablePort", true),
        NODE_GROUP_UNKNOWN("NodeGroupUnknown", true),
        NODES_EXCLUDED("NodesExcluded", false),
        NODES_WITHOUT_SEGMENT("NodesWithoutSegment", true),
        PROTOCOL_UNSUPPORTED("ProtocolUnsupported", true),
        REFUSED("Refused", true),
        SOURCE_RANGE_INVALID("SourceRangeInvalid", true);

        private final String text;
        private final boolean warning;

        Reason(String text, boolean warning) {
            this.text = text;
            this.warning = warning;
        }

        /** As in an Event. */
        String text() {
            return text;
        }

        /** As in an Event. */
        String type() {
            return warning ? "Warning" : "Normal";
        }
    }
}
