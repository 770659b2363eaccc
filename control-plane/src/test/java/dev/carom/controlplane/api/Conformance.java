package dev.carom.controlplane.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Holds exchanges to the committed OpenAPI document: each status that is answered, each property, each media type is
 * one that the document names. What was asked is not held to it: tests ask for what is wrong on purpose.
 */
final class Conformance {
    private static final OpenApiInteractionValidator DOCUMENT = OpenApiInteractionValidator.createFor(
                    Path.of("openapi.yaml").toAbsolutePath().toUri().toString())
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    private Conformance() {}

    /** @throws AssertionError with what the answer has that the document does not say */
    static void check(String method, URI uri, HttpResponse<String> response) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values.toArray(String[]::new)));
        if (!response.body().isEmpty()) {
            answer.withBody(response.body());
        }
        ValidationReport report =
                DOCUMENT.validateResponse(uri.getPath(), Request.Method.valueOf(method), answer.build());
        if (report.hasErrors()) {
            throw new AssertionError(method + " " + uri + " answers " + response.statusCode()
                    + ", which the OpenAPI document does not describe so: "
                    + report.getMessages().stream()
                            .map(ValidationReport.Message::getMessage)
                            .collect(Collectors.joining("; "))
                    + " in " + response.body());
        }
    }
}
