package dev.carom.controlplane.config;

/** The one row of the configuration, locked: which revision holds, and how much there is. */
record Standing(long epoch, long revision, int vips, int backends) {}
