/** How every resource speaks HTTP: problems, entity tags, pages, merge patches. */
@NullMarked
package dev.carom.controlplane.rest;

import org.jspecify.annotations.NullMarked;
