/** The configuration as a whole: one numbered revision for each change of anything. */
@NullMarked
package dev.carom.controlplane.config;

import org.jspecify.annotations.NullMarked;
