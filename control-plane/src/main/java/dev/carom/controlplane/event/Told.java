package dev.carom.controlplane.event;

import org.jspecify.annotations.Nullable;

/**
 * One event as a stream writes it.
 *
 * @param id what a watcher that comes back says that it has seen; absent for what is not kept
 * @param data JSON, in one line
 */
record Told(@Nullable Long id, String type, String data) {}
