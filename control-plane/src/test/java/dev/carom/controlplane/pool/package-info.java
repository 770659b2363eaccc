/** Tests of package pool. */
@NullMarked
package dev.carom.controlplane.pool;

import org.jspecify.annotations.NullMarked;
