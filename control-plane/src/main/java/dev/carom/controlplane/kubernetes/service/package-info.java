/**
 * Gives Services of type LoadBalancer their VIPs. What each gets is computed as a value ({@link Planner}) from the cluster,
 * the configuration and the address pools; the rest reads those and puts the answer in place. Off unless
 * {@code CAROM_KUBERNETES_SERVICES_ENABLED} is set.
 */
@NullMarked
package dev.carom.controlplane.kubernetes.service;

import org.jspecify.annotations.NullMarked;
