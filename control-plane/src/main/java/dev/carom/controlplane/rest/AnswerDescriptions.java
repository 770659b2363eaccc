package dev.carom.controlplane.rest;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to each operation the problems and headers that follow from its method, once for all controllers. */
final class AnswerDescriptions implements OpenApiCustomizer {
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

    private final List<LastDescription> last;

    AnswerDescriptions(List<LastDescription> last) {
        this.last = List.copyOf(last);
    }

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
        Refusals.describe(document.getComponents());
        document.getPaths().forEach((path, item) -> describe(path, item));
        Patches.describe(document);
        AnswerSchemas.describe(document);
        last.forEach(each -> each.describe(document));
    }

    private static void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            boolean one = path.contains("{");
            refuse(operation, Refusal.BAD_REQUEST, Refusal.UNAUTHORIZED, Refusal.FORBIDDEN, Refusal.NOT_ACCEPTABLE);
            refuse(operation, Refusal.TOO_MANY_REQUESTS, Refusal.INTERNAL_SERVER_ERROR);
            RequestHeaders.describe(method, operation);
            if (one) {
                refuse(operation, Refusal.NOT_FOUND);
            }
            if (method != HttpMethod.GET) {
                refuse(operation, Refusal.CONFLICT, Refusal.UNPROCESSABLE_CONTENT);
            }
            if (WITH_BODY.contains(method) && operation.getRequestBody() != null) {
                refuse(operation, Refusal.LENGTH_REQUIRED, Refusal.CONTENT_TOO_LARGE, Refusal.UNSUPPORTED_MEDIA_TYPE);
            }
            if (isConditional(operation)) {
                refuse(operation, Refusal.PRECONDITION_FAILED, Refusal.PRECONDITION_REQUIRED);
            }
            operation.getResponses().replaceAll(AnswerDescriptions::inOnePlace);
            created(method, operation);
            describeHeaders(method, operation, one);
        });
    }

    /** Each refusal is described once, those that a controller names itself among them. */
    private static ApiResponse inOnePlace(String status, ApiResponse response) {
        return Refusal.of(status)
                .map(refusal -> new ApiResponse().$ref(refusal.component()))
                .orElse(response);
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

    private static void refuse(Operation operation, Refusal... refusals) {
        for (Refusal refusal : refusals) {
            operation.getResponses().put(refusal.status(), new ApiResponse());
        }
    }
}
