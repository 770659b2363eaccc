/** The reference engine: libpcap's handle, opened by pcap4j and driven over FFM; frames leave by sendmmsg. */
@NullMarked
package dev.carom.agent.datapath.pcap;

import org.jspecify.annotations.NullMarked;
