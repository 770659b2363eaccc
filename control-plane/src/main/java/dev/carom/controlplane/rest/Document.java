package dev.carom.controlplane.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request body as it came, to be read or merged as {@code S}: what is absent must be told from what is null.
 *
 * @param <S> the record that describes it
 */
public record Document<S extends Record>(ObjectNode tree) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Document {}
}
