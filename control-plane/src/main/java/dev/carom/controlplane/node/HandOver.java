package dev.carom.controlplane.node;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** Which virtual routers a node gave away, and to whom. */
public record HandOver(List<Move> moved) {
    public HandOver {
        moved = List.copyOf(moved);
    }

    /** The VIPs of one VRID now belong to another node. */
    @Schema(name = "HandOverMove")
    public record Move(
            @Schema(example = "1") int vrid,

            @Schema(description = "The node that owns its VIPs now.")
            UUID takenOverBy) {}
}
