/** VIPs, their listeners, and the rules that tie backends to where their VIP is served. */
@NullMarked
package dev.carom.controlplane.vip;

import org.jspecify.annotations.NullMarked;
