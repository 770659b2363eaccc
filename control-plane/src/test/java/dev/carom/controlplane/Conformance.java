package dev.carom.controlplane;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds exchanges to the committed OpenAPI document: each status that is answered, each property, each media type and
 * each code of a problem is one that the document names. What was asked is not held to it: tests ask for what is wrong
 * on purpose.
 */
public final class Conformance {
    private static final OpenApiInteractionValidator DOCUMENT = OpenApiInteractionValidator.createFor(
                    Path.of("openapi.yaml").toAbsolutePath().toUri().toString())
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    private static final JsonMapper JSON = new JsonMapper();
    private static final DescribedCodes CODES = new DescribedCodes(text());

    /** The document does not describe itself, and what is nowhere has no description. */
    private static final Pattern DESCRIBED = Pattern.compile("/api/v1/(?!openapi|nothing).*");

    private Conformance() {}

    private static String text() {
        try {
            return Files.readString(Path.of("openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isListed(int status, HttpHeaders headers, String body) {
        boolean problem = headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        return !problem || CODES.has(status, JSON.readTree(body).path("code").asString(""));
    }

    /** @return the same, if it is as the document says or none of this interface's */
    public static HttpResponse<String> checked(HttpResponse<String> response) {
        URI uri = response.uri();
        if (DESCRIBED.matcher(uri.getPath()).matches()) {
            check(response.request().method(), uri, response.statusCode(), response.headers(), response.body());
        }
        return response;
    }

    /** @throws AssertionError with what the answer has that the document does not say */
    public static void check(String method, URI uri, int status, HttpHeaders headers, String body) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(status);
        headers.map().forEach((name, values) -> answer.withHeader(name, values.toArray(String[]::new)));
        if (!body.isEmpty()) {
            answer.withBody(body);
        }
        ValidationReport report =
                DOCUMENT.validateResponse(uri.getPath(), Request.Method.valueOf(method), answer.build());
        if (report.hasErrors() || !isListed(status, headers, body)) {
            throw new AssertionError(method + " " + uri + " answers " + status
                    + ", which the OpenAPI document does not describe so: "
                    + report.getMessages().stream()
                            .map(ValidationReport.Message::getMessage)
                            .collect(Collectors.joining("; ", "", " or by its code"))
                    + " in " + body);
        }
    }
}
