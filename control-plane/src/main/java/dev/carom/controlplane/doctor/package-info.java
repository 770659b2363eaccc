/** Has owning nodes examine backends, and keeps what they found. */
@NullMarked
package dev.carom.controlplane.doctor;

import org.jspecify.annotations.NullMarked;
