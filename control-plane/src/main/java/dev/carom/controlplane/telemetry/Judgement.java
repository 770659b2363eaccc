package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.OperatingStatus;

/** Whether something serves, with the reason as a sentence. */
record Judgement(OperatingStatus status, String reason) {}
