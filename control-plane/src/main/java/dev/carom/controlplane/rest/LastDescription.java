package dev.carom.controlplane.rest;

import io.swagger.v3.oas.models.OpenAPI;

/** Adds to the OpenAPI document what no type says, when everything else is described. */
public interface LastDescription {
    void describe(OpenAPI document);
}
