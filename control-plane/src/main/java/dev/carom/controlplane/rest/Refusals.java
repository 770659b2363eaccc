package dev.carom.controlplane.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** Describes each refusal once, for all operations that can answer with it. */
final class Refusals {
    private static final String PROBLEM = "#/components/schemas/Problem";

    private Refusals() {}

    static void describe(Components components) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref(PROBLEM));
        for (Refusal refusal : Refusal.values()) {
            components.addResponses(
                    refusal.component(),
                    new ApiResponse()
                            .description(refusal.description() + " Codes: " + String.join(", ", refusal.codes()))
                            .content(new Content().addMediaType("application/problem+json", problem)));
        }
    }
}
