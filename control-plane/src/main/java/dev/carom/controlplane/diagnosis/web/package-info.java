/** Findings, for operators. */
@NullMarked
package dev.carom.controlplane.diagnosis.web;

import org.jspecify.annotations.NullMarked;
