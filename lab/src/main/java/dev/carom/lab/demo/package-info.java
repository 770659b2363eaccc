/** The story that the demo tells, and the claims it proves from frames and counters. */
@NullMarked
package dev.carom.lab.demo;

import org.jspecify.annotations.NullMarked;
