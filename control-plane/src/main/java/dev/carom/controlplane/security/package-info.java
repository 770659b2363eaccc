/** Who acts, what roles reach, and the tokens by which nodes prove who they are. */
@NullMarked
package dev.carom.controlplane.security;

import org.jspecify.annotations.NullMarked;
