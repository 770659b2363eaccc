/** REST for sessions, users, role bindings and API tokens. */
@NullMarked
package dev.carom.controlplane.identity.web;

import org.jspecify.annotations.NullMarked;
