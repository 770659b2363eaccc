/**
 * What Carom does in a Kubernetes cluster: there, agents prove who they are by the token of their pod. Nothing of it runs
 * anywhere else.
 */
@NullMarked
package dev.carom.controlplane.kubernetes;

import org.jspecify.annotations.NullMarked;
