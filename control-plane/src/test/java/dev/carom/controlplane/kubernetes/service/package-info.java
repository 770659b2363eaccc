@NullMarked
package dev.carom.controlplane.kubernetes.service;

import org.jspecify.annotations.NullMarked;
