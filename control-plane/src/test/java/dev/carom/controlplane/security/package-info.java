@NullMarked
package dev.carom.controlplane.security;

import org.jspecify.annotations.NullMarked;
