@NullMarked
package dev.carom.lab.totals;

import org.jspecify.annotations.NullMarked;
