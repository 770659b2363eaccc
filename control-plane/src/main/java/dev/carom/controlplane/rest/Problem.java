package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of every refusal (RFC 9457), for the OpenAPI document. */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457)")
record Problem(
        @Schema(requiredMode = RequiredMode.REQUIRED) String title,
        @Schema(requiredMode = RequiredMode.REQUIRED) int status,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "For people: why, and what to do.")
        String detail,

        @Schema(description = "The path that was asked.") @Nullable String instance,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "BACKEND_IS_VIP", description = "Stable, for programs.")
        String code,

        @Schema(description = "What is wrong: in the document by JSON pointer (RFC 6901), or in a parameter or header.")
        @Nullable List<Violation> errors) {}
