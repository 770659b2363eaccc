@NullMarked
package dev.carom.agent.datapath;

import org.jspecify.annotations.NullMarked;
