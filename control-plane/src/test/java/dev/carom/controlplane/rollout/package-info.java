/** Tests of the package of the same name. */
@NullMarked
package dev.carom.controlplane.rollout;

import org.jspecify.annotations.NullMarked;
