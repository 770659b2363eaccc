/** How far revisions have come, for operators. */
@NullMarked
package dev.carom.controlplane.rollout.web;

import org.jspecify.annotations.NullMarked;
