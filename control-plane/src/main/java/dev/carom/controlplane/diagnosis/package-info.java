/** Findings: diagnosed problems with evidence and a remedy. */
@NullMarked
package dev.carom.controlplane.diagnosis;

import org.jspecify.annotations.NullMarked;
