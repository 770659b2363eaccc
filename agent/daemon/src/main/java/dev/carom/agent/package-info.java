/** The agent: its command line, its settings, and the one place that wires its parts together. */
@NullMarked
package dev.carom.agent;

import org.jspecify.annotations.NullMarked;
