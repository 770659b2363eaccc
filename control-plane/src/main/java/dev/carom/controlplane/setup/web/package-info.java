/** Setup scripts, for operators. */
@NullMarked
package dev.carom.controlplane.setup.web;

import org.jspecify.annotations.NullMarked;
