package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.packet.IpAddress;

/** Where would the next packet of this flow go? */
public record FlowQuestion(
        IpAddress source, IpAddress destination, Protocol protocol, int sourcePort, int destinationPort) {}
