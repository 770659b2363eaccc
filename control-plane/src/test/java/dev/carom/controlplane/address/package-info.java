/** Tests of package address. */
@NullMarked
package dev.carom.controlplane.address;

import org.jspecify.annotations.NullMarked;
