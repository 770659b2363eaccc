package dev.carom.controlplane.resource;

/** What a change left, and the revision at which it holds. */
public record Revised<T>(T value, long revision) {}
