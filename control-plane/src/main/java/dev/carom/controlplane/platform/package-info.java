/** What the process stands on: its settings, its addresses and its database. */
@NullMarked
package dev.carom.controlplane.platform;

import org.jspecify.annotations.NullMarked;
