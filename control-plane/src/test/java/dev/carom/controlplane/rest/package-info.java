/** Tests of package rest. */
@NullMarked
package dev.carom.controlplane.rest;

import org.jspecify.annotations.NullMarked;
