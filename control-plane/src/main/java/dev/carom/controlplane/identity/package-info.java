/** Users, their roles and sessions, and the tokens of machines. */
@NullMarked
package dev.carom.controlplane.identity;

import org.jspecify.annotations.NullMarked;
