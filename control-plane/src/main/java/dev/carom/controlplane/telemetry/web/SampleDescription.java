package dev.carom.controlplane.telemetry.web;

import static java.util.Objects.requireNonNull;

import dev.carom.controlplane.telemetry.SeriesSample;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes what the event stream tells of a series beside its events: the stream itself does not know samples. */
@Component
final class SampleDescription implements OpenApiCustomizer {
    private static final String WATCH = "/api/v1/events/watch";
    private static final String EVENT_STREAM = "text/event-stream";
    private static final String SAMPLE = "#/components/schemas/SeriesSample";

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(SeriesSample.class).forEach(document.getComponents()::addSchemas);
        MediaType stream = requireNonNull(watch(document).getContent().get(EVENT_STREAM));
        stream.setSchema(new Schema<>().addOneOfItem(stream.getSchema()).addOneOfItem(new Schema<>().$ref(SAMPLE)));
    }

    private static ApiResponse watch(OpenAPI document) {
        return requireNonNull(requireNonNull(document.getPaths().get(WATCH))
                .getGet()
                .getResponses()
                .get("200"));
    }
}
