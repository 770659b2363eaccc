/** A switch's trunk port in user space: kernels without VLAN devices have no other. */
@NullMarked
package dev.carom.lab.trunk;

import org.jspecify.annotations.NullMarked;
