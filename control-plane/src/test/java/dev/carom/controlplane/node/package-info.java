/** Tests of package node. */
@NullMarked
package dev.carom.controlplane.node;

import org.jspecify.annotations.NullMarked;
