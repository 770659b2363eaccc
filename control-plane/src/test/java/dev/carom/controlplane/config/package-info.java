/** Tests of package config. */
@NullMarked
package dev.carom.controlplane.config;

import org.jspecify.annotations.NullMarked;
