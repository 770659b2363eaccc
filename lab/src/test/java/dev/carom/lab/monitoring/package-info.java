/** The dashboard, the alert rules and their runbooks. */
@NullMarked
package dev.carom.lab.monitoring;

import org.jspecify.annotations.NullMarked;
