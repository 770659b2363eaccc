/**
 * What Carom does in a Kubernetes cluster: agents prove who they are by the token of their pod, and Services of type
 * LoadBalancer get VIPs. Nothing of it runs anywhere else.
 */
@NullMarked
package dev.carom.controlplane.kubernetes;

import org.jspecify.annotations.NullMarked;
