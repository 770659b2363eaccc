/** Tests of the package of the same name. */
@NullMarked
package dev.carom.controlplane.platform;

import org.jspecify.annotations.NullMarked;
