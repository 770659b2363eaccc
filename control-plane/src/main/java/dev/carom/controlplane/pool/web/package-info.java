/** REST for pools, backends and health monitors. */
@NullMarked
package dev.carom.controlplane.pool.web;

import org.jspecify.annotations.NullMarked;
