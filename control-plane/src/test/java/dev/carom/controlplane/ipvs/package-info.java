@NullMarked
package dev.carom.controlplane.ipvs;

import org.jspecify.annotations.NullMarked;
