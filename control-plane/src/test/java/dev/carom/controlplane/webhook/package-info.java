@NullMarked
package dev.carom.controlplane.webhook;

import org.jspecify.annotations.NullMarked;
