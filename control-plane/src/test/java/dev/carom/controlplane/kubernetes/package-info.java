@NullMarked
package dev.carom.controlplane.kubernetes;

import org.jspecify.annotations.NullMarked;
