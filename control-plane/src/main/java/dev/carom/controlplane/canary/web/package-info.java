/** REST for canaries. */
@NullMarked
package dev.carom.controlplane.canary.web;

import org.jspecify.annotations.NullMarked;
