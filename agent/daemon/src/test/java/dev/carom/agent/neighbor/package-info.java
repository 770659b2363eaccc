@NullMarked
package dev.carom.agent.neighbor;

import org.jspecify.annotations.NullMarked;
