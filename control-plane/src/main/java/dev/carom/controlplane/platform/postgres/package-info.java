/** The embedded default: a real PostgreSQL, run as a child process with its data in a directory. */
@NullMarked
package dev.carom.controlplane.platform.postgres;

import org.jspecify.annotations.NullMarked;
