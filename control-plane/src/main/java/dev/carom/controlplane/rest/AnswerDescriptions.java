package dev.carom.controlplane.rest;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to each operation the problems and headers that follow from its method, once for all controllers. */
final class AnswerDescriptions implements OpenApiCustomizer {
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final Set<HttpMethod> WITH_BODY = EnumSet.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final Set<HttpMethod> CONDITIONAL = EnumSet.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** What is one of its kind but is not changed. */
    private static final Set<String> UNVERSIONED = Set.of(
            "getRevision",
            "diffRevisions",
            "getPacketPath",
            "getCanary",
            "getCaptureFile",
            "listWebhookDeliveries",
            "getWebhookDelivery",
            "getNodeCounters",
            "getVipSeries",
            "getBackendSeries");

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
        document.getPaths().forEach((path, item) -> describe(path, item));
        Patches.describe(document);
        AnswerSchemas.describe(document);
    }

    private static void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            boolean one = path.contains("{");
            problem(operation, "400", "The request cannot be read: INVALID_TYPE, UNKNOWN_PROPERTY, MALFORMED_JSON …");
            problem(operation, "401", "Nobody is signed in, or the token is unknown (UNAUTHENTICATED, TOKEN_INVALID).");
            problem(
                    operation,
                    "403",
                    "The caller's roles do not reach so far (FORBIDDEN, CSRF, PASSWORD_CHANGE_REQUIRED).");
            problem(operation, "429", "Too many requests, or sign-ins that failed; Retry-After tells when to go on.");
            problem(operation, "406", "JSON is the only representation.");
            problem(operation, "500", "A fault of the control plane (INTERNAL). Nothing was changed.");
            RequestHeaders.describe(method, operation);
            if (one) {
                problem(operation, "404", "There is no such resource (NOT_FOUND).");
            }
            if (method != HttpMethod.GET) {
                problem(operation, "422", "What was sent breaks a rule; errors says which, where and why.");
                problem(
                        operation,
                        "409",
                        "Another resource is in the way: NAME_TAKEN, LISTENER_OVERLAP, POOL_IN_USE …");
            }
            if (WITH_BODY.contains(method) && operation.getRequestBody() != null) {
                problem(operation, "411", "The request does not say how long its body is (LENGTH_REQUIRED).");
                problem(operation, "413", "The body is larger than any configuration needs (TOO_LARGE).");
                problem(operation, "415", "The body is JSON; a patch may be application/merge-patch+json.");
            }
            if (isConditional(operation)) {
                problem(operation, "412", "Somebody changed it (STALE_VERSION) or created it (ALREADY_THERE) before.");
                problem(operation, "428", "If-Match is missing or cannot be read (PRECONDITION_REQUIRED).");
            }
            created(method, operation);
            describeHeaders(method, operation, one);
        });
    }

    private static boolean isConditional(Operation operation) {
        return has(operation, "If-Match");
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(each -> each.getName().equals(parameter));
    }

    /** A PUT that may create, answers as a POST does. */
    private static void created(HttpMethod method, Operation operation) {
        ApiResponse replaced = operation.getResponses().get("200");
        if (replaced != null && method == HttpMethod.PUT && has(operation, "If-None-Match")) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "201",
                            new ApiResponse()
                                    .description("Created, with the id of the path.")
                                    .content(replaced.getContent()));
        }
    }

    private static void describeHeaders(HttpMethod method, Operation operation, boolean one) {
        operation.getResponses().forEach((status, response) -> {
            boolean revises = status.equals("201") || one && (status.equals("204") || CONDITIONAL.contains(method));
            if (status.startsWith("2") && revises) {
                response.addHeaderObject(
                        Answers.REVISION, header("The revision at which the answer holds.", "integer"));
            }
            if (status.equals("201")) {
                response.addHeaderObject("Location", header("Where the new resource is.", "string"));
            }
            boolean resource = status.equals("201") || status.equals("200") && one && method != HttpMethod.POST;
            if (resource && !UNVERSIONED.contains(operation.getOperationId())) {
                response.addHeaderObject("ETag", header("The version, to be given as If-Match.", "string"));
            }
        });
        ApiResponse found = operation.getResponses().get("200");
        if (method == HttpMethod.GET
                && found != null
                && found.getHeaders() != null
                && found.getHeaders().containsKey("ETag")) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "304",
                            new ApiResponse().description("The configured content has the version of If-None-Match."));
        }
    }

    private static Header header(String description, String type) {
        Schema<?> schema = new Schema<>();
        schema.setTypes(Set.of(type));
        return new Header().description(description).schema(schema);
    }

    private static void problem(Operation operation, String status, String description) {
        Content content = new Content()
                .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM)));
        Map<String, ApiResponse> responses = operation.getResponses();
        responses.put(status, new ApiResponse().description(description).content(content));
    }
}
