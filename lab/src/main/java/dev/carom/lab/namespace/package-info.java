/** Thin adapters over network namespaces, and the record of who owns them. */
@NullMarked
package dev.carom.lab.namespace;

import org.jspecify.annotations.NullMarked;
