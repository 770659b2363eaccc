/**
 * What this node and the control plane say to each other: watch the desired state, acknowledge, report; and the last
 * known good state on disk. The contract's generated classes end here.
 */
@NullMarked
package dev.carom.agent.controlplane;

import org.jspecify.annotations.NullMarked;
