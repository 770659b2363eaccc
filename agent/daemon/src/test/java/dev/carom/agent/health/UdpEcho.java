package dev.carom.agent.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Answers each datagram with itself, from the address that the datagram went to. */
final class UdpEcho {
    private UdpEcho() {}

    /** {@code arguments} are the address and the port. */
    public static void main(String[] arguments) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.bind(new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])));
            System.out.println("ready");
            ByteBuffer datagram = ByteBuffer.allocate(2_048);
            while (true) {
                var sender = channel.receive(datagram.clear());
                channel.send(datagram.flip(), sender);
            }
        }
    }
}
