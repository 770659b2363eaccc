/** Golden packets: frames in, verdicts and frames out, as data files that every engine must pass. */
@NullMarked
package dev.carom.agent.forwarding.golden;

import org.jspecify.annotations.NullMarked;
