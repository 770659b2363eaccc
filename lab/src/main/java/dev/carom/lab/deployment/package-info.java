/** Carom itself on a lab: control plane, agents and servers as real processes, configured through REST. */
@NullMarked
package dev.carom.lab.deployment;

import org.jspecify.annotations.NullMarked;
