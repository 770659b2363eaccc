/** A small HTTP client whose every connection is one socket, opened where its thread is. */
@NullMarked
package dev.carom.lab.client;

import org.jspecify.annotations.NullMarked;
