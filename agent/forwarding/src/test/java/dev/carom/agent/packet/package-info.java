@NullMarked
package dev.carom.agent.packet;

import org.jspecify.annotations.NullMarked;
