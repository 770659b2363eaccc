/** Coverage-guided fuzzing of everything that reads a frame, seeded with the golden packets. */
@NullMarked
package dev.carom.agent.forwarding.fuzz;

import org.jspecify.annotations.NullMarked;
