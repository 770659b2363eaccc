/** Pools, the backends in them and the health monitors that judge those. */
@NullMarked
package dev.carom.controlplane.pool;

import org.jspecify.annotations.NullMarked;
