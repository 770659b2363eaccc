/** What everything configured has in common: identity, name, labels, version. */
@NullMarked
package dev.carom.controlplane.resource;

import org.jspecify.annotations.NullMarked;
