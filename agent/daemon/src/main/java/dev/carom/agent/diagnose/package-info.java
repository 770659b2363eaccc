/**
 * Finds out what is wrong with a backend, as far as the wire shows it: thin probers gather {@code Evidence}, a pure
 * classifier names the faults.
 */
@NullMarked
package dev.carom.agent.diagnose;

import org.jspecify.annotations.NullMarked;
