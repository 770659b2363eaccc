/** REST for revisions. */
@NullMarked
package dev.carom.controlplane.config.web;

import org.jspecify.annotations.NullMarked;
