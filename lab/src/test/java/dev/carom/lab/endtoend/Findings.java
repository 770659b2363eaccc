package dev.carom.lab.endtoend;

import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What Carom says is wrong. */
final class Findings {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Findings() {}

    /** Waits until this finding stands; its resource may be told with more before it. */
    static JsonNode await(Deployment deployment, String code, String resource) {
        return Waiting.until(code + " of " + resource, LIMIT, () -> find(deployment, code, resource));
    }

    private static Optional<JsonNode> find(Deployment deployment, String code, String resource) {
        for (JsonNode finding : deployment.api().get("findings").body().get("items")) {
            if (finding.get("code").asString().equals(code)
                    && finding.get("resource").asString().endsWith(resource)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }
}
