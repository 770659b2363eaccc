/** The contract is well-formed, breaks nobody, and reads what it wrote before. */
@NullMarked
package dev.carom.contract;

import org.jspecify.annotations.NullMarked;
