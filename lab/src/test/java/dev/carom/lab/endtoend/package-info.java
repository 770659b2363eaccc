/** What Carom promises, shown with real processes on the lab's wire. */
@NullMarked
package dev.carom.lab.endtoend;

import org.jspecify.annotations.NullMarked;
