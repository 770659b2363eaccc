package dev.carom.controlplane.trace;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.command.Forecast;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** What changes would do, and who says so. */
@Schema(name = "WhatIfAnswer")
public record WhatIfAnswer(
        @Schema(description = "The owner of the VIP, which answers.")
        UUID nodeId,

        @Schema(description = "The share of the flows that would move at once; 0 without flows.")
        double movedPercent,

        @Schema(description = "The share that would be sent elsewhere if they came anew; 0 without flows.")
        double chosenElsewherePercent,

        @JsonUnwrapped Forecast forecast) {
    static WhatIfAnswer of(UUID node, Forecast forecast) {
        return new WhatIfAnswer(
                node,
                percent(forecast.moved(), forecast.flows()),
                percent(forecast.chosenElsewhere(), forecast.flows()),
                forecast);
    }

    /** To a tenth. */
    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1_000.0 * part / whole) / 10.0;
    }
}
