/** Engines that apply verdicts to frames, behind one interface; and what they change on the host, put back by detach. */
@NullMarked
package dev.carom.agent.datapath;

import org.jspecify.annotations.NullMarked;
