/**
 * Makes this node do what it is told and can: one writer thread folds events into one value, compiles it, applies the
 * table and announces.
 */
@NullMarked
package dev.carom.agent.reconcile;

import org.jspecify.annotations.NullMarked;
