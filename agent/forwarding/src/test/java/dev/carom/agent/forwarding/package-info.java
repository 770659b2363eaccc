@NullMarked
package dev.carom.agent.forwarding;

import org.jspecify.annotations.NullMarked;
