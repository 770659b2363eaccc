package dev.carom.controlplane.rest;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import java.util.Set;

/** Describes the headers that every write takes, wherever they are read. */
final class RequestHeaders {
    private static final Map<String, String> KNOWN = Map.of(
            "If-Match", "The ETag that was read, several with commas between them, or * for any.",
            "If-None-Match", "A star: create it, unless it is there.");

    private RequestHeaders() {}

    static void describe(HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(RequestHeaders::explain);
        }
        if (method != HttpMethod.GET) {
            add(
                    operation,
                    "Carom-Message",
                    "Why, for the revision: one line; beyond ASCII percent-encoded.",
                    "Black%20Friday");
        }
        if (method == HttpMethod.POST) {
            add(
                    operation,
                    "Idempotency-Key",
                    "16-128 characters, new for each operation. The same request with the same key is done once, and"
                            + " answered alike for a day.",
                    "8e03978e-40d5-43dd-bc93-6894a57f9324");
        }
    }

    private static void explain(Parameter parameter) {
        String known = KNOWN.get(parameter.getName());
        if (known != null) {
            parameter.setDescription(known);
        }
    }

    private static void add(Operation operation, String name, String description, String example) {
        Schema<String> schema = new Schema<>();
        schema.setTypes(Set.of("string"));
        operation.addParametersItem(new HeaderParameter()
                .name(name)
                .description(description)
                .required(false)
                .schema(schema)
                .example(example));
    }
}
