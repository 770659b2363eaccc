/** REST for imports. */
@NullMarked
package dev.carom.controlplane.ipvs.web;

import org.jspecify.annotations.NullMarked;
