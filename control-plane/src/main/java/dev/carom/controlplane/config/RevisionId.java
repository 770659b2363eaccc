package dev.carom.controlplane.config;

/** Orders configurations across restored backups: compare the epoch first, then the revision. */
public record RevisionId(long epoch, long revision) {}
