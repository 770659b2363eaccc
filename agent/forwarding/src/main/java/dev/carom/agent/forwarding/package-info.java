/** The decision core: what happens to a frame. Pure: no I/O, no clock of its own, JDK only. */
@NullMarked
package dev.carom.agent.forwarding;

import org.jspecify.annotations.NullMarked;
