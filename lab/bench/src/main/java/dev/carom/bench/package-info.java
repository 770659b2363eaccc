/** {@code ./carom bench api}: how quick the API and the rollout are on a full database. */
@NullMarked
package dev.carom.bench;

import org.jspecify.annotations.NullMarked;
