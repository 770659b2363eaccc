/**
 * Judges backends: probes them on a schedule, damps the results, and tells of each change. Health acts on this node at
 * once; the control plane is told after and never gates it.
 */
@NullMarked
package dev.carom.agent.health;

import org.jspecify.annotations.NullMarked;
