package dev.carom.controlplane.telemetry.web;

import dev.carom.controlplane.telemetry.SeriesSample;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes what the event stream tells of a series beside its events: the stream itself does not know samples. */
@Component
final class SampleDescription implements OpenApiCustomizer {
    private static final String WATCH = "/api/v1/events/watch";
    private static final String SAMPLE = "#/components/schemas/SeriesSample";

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(SeriesSample.class).forEach(document.getComponents()::addSchemas);
        MediaType stream = document.getPaths()
                .get(WATCH)
                .getGet()
                .getResponses()
                .get("200")
                .getContent()
                .get(org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE);
        stream.setSchema(
                new Schema<>().addOneOfItem(stream.getSchema()).addOneOfItem(new Schema<>().$ref(SAMPLE)));
    }
}
