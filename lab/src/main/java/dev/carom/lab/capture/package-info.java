/** What really was on the wire: captures at a host, decoded without any of Carom's own code. */
@NullMarked
package dev.carom.lab.capture;

import org.jspecify.annotations.NullMarked;
