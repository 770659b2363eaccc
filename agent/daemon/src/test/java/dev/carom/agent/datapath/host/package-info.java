@NullMarked
package dev.carom.agent.datapath.host;

import org.jspecify.annotations.NullMarked;
