package dev.carom.controlplane.config.web;

import dev.carom.controlplane.config.Confirmations;
import dev.carom.controlplane.config.Plan;
import dev.carom.controlplane.config.Plans;
import dev.carom.controlplane.config.Trials;
import dev.carom.controlplane.problem.InvalidParameter;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Revised;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The whole configuration as one document, in JSON or YAML. */
@RestController
@RequestMapping(path = "/api/v1/config", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "config")
class ConfigurationController {
    private static final String YAML = ConfigurationBodies.YAML;
    private static final String OWNER =
            "Prune: remove what has the label carom.dev/owner with this value and is left out; absent: nothing is removed.";
    private static final int LONGEST_WAIT_SECONDS = 86_400;

    private final Plans plans;
    private final Confirmations confirmations;
    private final Trials trials;
    private final ConfigurationBodies bodies;

    ConfigurationController(Plans plans, Confirmations confirmations, Trials trials, ConfigurationBodies bodies) {
        this.plans = plans;
        this.confirmations = confirmations;
        this.trials = trials;
        this.bodies = bodies;
    }

    /** @param confirmBy when it goes back by itself */
    @Schema(name = "Applied")
    record Applied(
            long revision,
            Plan plan,

            @Schema(
                    description = "When it goes back by itself, unless POST /config/confirm/{revision} comes before."
                            + " After a canary that time begins when it has passed.")
            @Nullable Instant confirmBy,

            @Schema(description = "Where to see how chosen nodes fare with it.", example = "/api/v1/config/canaries/42")
            @Nullable String canary) {}

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, YAML})
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
                @Content(mediaType = YAML, schema = @Schema(type = "object"))
            })
    @Operation(
            operationId = "exportConfiguration",
            summary = "Export: names for ids, sorted; equal configurations give equal documents")
    ResponseEntity<byte[]> export(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        Revised<ObjectNode> export = plans.export();
        boolean yaml = wantsYaml(accept);
        return ResponseEntity.ok()
                .eTag(Answers.tag(export.revision()))
                .contentType(yaml ? MediaType.valueOf(YAML) : MediaType.APPLICATION_JSON)
                .body(yaml ? bodies.yaml(export.value()) : bodies.json(export.value()));
    }

    /** JSON is for who does not mind. */
    private static boolean wantsYaml(String accept) {
        return MediaType.parseMediaTypes(accept).stream()
                .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
                .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.isCompatibleWith(MediaType.valueOf(YAML)))
                .findFirst()
                .filter(type -> !type.isCompatibleWith(MediaType.APPLICATION_JSON))
                .isPresent();
    }

    @PostMapping(
            path = "/plan",
            consumes = {MediaType.APPLICATION_JSON_VALUE, YAML})
    @Operation(operationId = "planConfiguration", summary = "Say what a document would change, and what that would do")
    Plan plan(
            @Parameter(description = OWNER) @RequestParam(required = false) @Nullable String owner,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) String contentType,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(type = "object")))
                    @RequestBody
                    byte[] body) {
        return plans.plan(new Plans.Request(bodies.read(contentType, body), Optional.ofNullable(owner)));
    }

    @PutMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, YAML})
    @Operation(
            operationId = "putConfiguration",
            summary = "Put a document in place in one revision: what it names is created or changed")
    ResponseEntity<Applied> put(
            @Parameter(description = OWNER) @RequestParam(required = false) @Nullable String owner,
            @Parameter(description = "Only say what would change.") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Seconds; the revision goes back by itself unless it is confirmed in time.")
                    @RequestParam(required = false)
                    @Nullable Integer confirmWithin,
            @Parameter(description = "What the plan asked for.") @RequestParam(required = false) @Nullable String removalToken,
            @ParameterObject CanaryQuery canary,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) String contentType,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(type = "object")))
                    @RequestBody
                    byte[] body) {
        ExpectedVersion expected = Preconditions.expected(ifMatch);
        Optional<Duration> within = within(confirmWithin);
        Optional<Trials.Trial> trial = canary.trial(within);
        Plans.Request request = new Plans.Request(bodies.read(contentType, body), Optional.ofNullable(owner));
        if (dryRun) {
            Plan plan = plans.plan(request);
            return answer(new Applied(plan.baseRevision(), plan, null, null));
        }
        Instant deadline = within.filter(wait -> trial.isEmpty())
                .map(confirmations::deadline)
                .orElse(null);
        AtomicBoolean changed = new AtomicBoolean();
        Revised<Plan> put = plans.put(request, expected, removalToken, revision -> {
            changed.set(true);
            trial.ifPresent(wanted -> trials.begin(revision, wanted));
            if (deadline != null) {
                confirmations.await(revision, deadline);
            }
        });
        boolean tried = changed.get() && trial.isPresent();
        return answer(new Applied(
                put.revision(),
                put.value(),
                changed.get() ? deadline : null,
                tried ? "/api/v1/config/canaries/" + put.revision() : null));
    }

    private static Optional<Duration> within(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 1 || seconds > LONGEST_WAIT_SECONDS)) {
            throw new InvalidParameter(
                    "confirmWithin",
                    "DURATION_OUT_OF_RANGE",
                    "A confirmation is waited for from a second to a day (1-" + LONGEST_WAIT_SECONDS + ").");
        }
        return Optional.ofNullable(seconds).map(Duration::ofSeconds);
    }

    private static ResponseEntity<Applied> answer(Applied applied) {
        return ResponseEntity.ok()
                .eTag(Answers.tag(applied.revision()))
                .header(Answers.REVISION, Long.toString(applied.revision()))
                .body(applied);
    }

    @PostMapping("/confirm/{revision}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "confirmConfiguration", summary = "Keep a revision that waits to be confirmed")
    void confirm(@PathVariable long revision) {
        confirmations.confirm(revision);
    }
}
