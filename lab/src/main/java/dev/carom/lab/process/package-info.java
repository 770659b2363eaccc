/** Thin adapters over the operating system's processes. */
@NullMarked
package dev.carom.lab.process;

import org.jspecify.annotations.NullMarked;
