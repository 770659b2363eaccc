/** REST for the audit trail. */
@NullMarked
package dev.carom.controlplane.audit.web;

import org.jspecify.annotations.NullMarked;
