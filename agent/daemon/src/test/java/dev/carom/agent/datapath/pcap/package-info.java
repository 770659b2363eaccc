@NullMarked
package dev.carom.agent.datapath.pcap;

import org.jspecify.annotations.NullMarked;
