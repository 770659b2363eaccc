/** Addresses as values: IP addresses, subnets and MAC addresses, read from literals only. */
@NullMarked
package dev.carom.controlplane.address;

import org.jspecify.annotations.NullMarked;
