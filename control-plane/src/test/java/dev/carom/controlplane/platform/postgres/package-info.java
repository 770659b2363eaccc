/** Tests of the package of the same name. */
@NullMarked
package dev.carom.controlplane.platform.postgres;

import org.jspecify.annotations.NullMarked;
