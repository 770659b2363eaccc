/** Tests of package vip. */
@NullMarked
package dev.carom.controlplane.vip;

import org.jspecify.annotations.NullMarked;
