/** Diagnoses, for operators. */
@NullMarked
package dev.carom.controlplane.doctor.web;

import org.jspecify.annotations.NullMarked;
