package dev.carom.controlplane.config;

import java.util.UUID;

/**
 * Asks for the placement offences that one resource has a part in.
 *
 * @param pointer the part of the written document that an offence is laid to
 */
public record Recheck(Subject subject, UUID id, String pointer) {
    /** By which column of the offences; a closed set, for it becomes SQL. */
    public enum Subject {
        BACKEND("backend_id"),
        POOL("pool_id"),
        VIP("vip_id"),
        NODE("node_id"),
        NODE_GROUP("node_group_id");

        private final String column;

        Subject(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
