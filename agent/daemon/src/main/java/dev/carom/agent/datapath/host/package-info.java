/** What a data path changes on its host: the originals on disk, offloads, and the guard that keeps the kernel silent. */
@NullMarked
package dev.carom.agent.datapath.host;

import org.jspecify.annotations.NullMarked;
