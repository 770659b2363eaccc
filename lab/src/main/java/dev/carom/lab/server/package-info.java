/** Real HTTP servers for the backends. */
@NullMarked
package dev.carom.lab.server;

import org.jspecify.annotations.NullMarked;
