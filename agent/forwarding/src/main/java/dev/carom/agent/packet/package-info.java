/** Views of frames over a MemorySegment, and the addresses in them. JDK only; no copies; every read is bounds-checked. */
@NullMarked
package dev.carom.agent.packet;

import org.jspecify.annotations.NullMarked;
