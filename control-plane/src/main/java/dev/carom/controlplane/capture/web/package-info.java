/** Captures, for operators. */
@NullMarked
package dev.carom.controlplane.capture.web;

import org.jspecify.annotations.NullMarked;
