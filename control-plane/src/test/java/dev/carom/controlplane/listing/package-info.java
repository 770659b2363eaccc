@NullMarked
package dev.carom.controlplane.listing;

import org.jspecify.annotations.NullMarked;
