/** A whole network on one machine: the lab, the demo and what the end-to-end tests share. */
@NullMarked
package dev.carom.lab;

import org.jspecify.annotations.NullMarked;
