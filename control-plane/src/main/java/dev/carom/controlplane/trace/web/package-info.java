/** Explanations and packet paths, for operators. */
@NullMarked
package dev.carom.controlplane.trace.web;

import org.jspecify.annotations.NullMarked;
