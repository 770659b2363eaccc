/** What a caller can do wrong, as values and exceptions with stable codes (RFC 9457). */
@NullMarked
package dev.carom.controlplane.problem;

import org.jspecify.annotations.NullMarked;
