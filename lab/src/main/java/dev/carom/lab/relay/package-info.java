/** The way of the agents to the control plane, with faults to order. */
@NullMarked
package dev.carom.lab.relay;

import org.jspecify.annotations.NullMarked;
