@NullMarked
package dev.carom.agent.handover;

import org.jspecify.annotations.NullMarked;
