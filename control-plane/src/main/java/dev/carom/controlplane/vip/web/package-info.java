/** REST for VIPs and listeners. */
@NullMarked
package dev.carom.controlplane.vip.web;

import org.jspecify.annotations.NullMarked;
