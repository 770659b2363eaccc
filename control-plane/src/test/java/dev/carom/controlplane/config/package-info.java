@NullMarked
package dev.carom.controlplane.config;

import org.jspecify.annotations.NullMarked;
