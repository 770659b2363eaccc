/** REST for node groups and nodes. */
@NullMarked
package dev.carom.controlplane.node.web;

import org.jspecify.annotations.NullMarked;
