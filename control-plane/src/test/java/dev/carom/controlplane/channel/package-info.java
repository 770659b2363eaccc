/** Tests of the package of the same name. */
@NullMarked
package dev.carom.controlplane.channel;

import org.jspecify.annotations.NullMarked;
