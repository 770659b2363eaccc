@NullMarked
package dev.carom.junit;

import org.jspecify.annotations.NullMarked;
