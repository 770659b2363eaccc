/** Adds up the JUnit XML of every runner and says one honest number. Runs from source, before anything is built. */
@NullMarked
package dev.carom.lab.totals;

import org.jspecify.annotations.NullMarked;
