package dev.carom.agent.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames as a virtual network card is given them: with a checksum, or a segmentation, that is left to the card. */
public final class OffloadedFrames {
    private static final int PACKET_VNET_HDR = 15;
    private static final int HEADER_LENGTH = 10;
    private static final byte NEEDS_CHECKSUM = 1;
    private static final byte TCP_OVER_IPV4 = 1;
    private static final int TCP_CHECKSUM = 16;

    private OffloadedFrames() {}

    /**
     * @param frame TCP over IPv4 without options, its checksum that of the pseudo header alone
     * @param segmentSize 0, or the payload of each segment that the card is to make of it
     */
    public static void send(int kernelIndex, byte[] frame, int segmentSize) {
        byte[] header = ByteBuffer.allocate(HEADER_LENGTH)
                .order(ByteOrder.nativeOrder())
                .put(NEEDS_CHECKSUM)
                .put(segmentSize == 0 ? 0 : TCP_OVER_IPV4)
                .putShort((short) 54)
                .putShort((short) segmentSize)
                .putShort((short) 34)
                .putShort((short) TCP_CHECKSUM)
                .array();
        byte[] whole = ByteBuffer.allocate(HEADER_LENGTH + frame.length)
                .put(header)
                .put(frame)
                .array();
        try (PacketSocket socket = PacketSocket.open(kernelIndex)) {
            FileDescriptors.setOption(socket.descriptor(), PacketSocket.SOL_PACKET, PACKET_VNET_HDR, 1);
            socket.send(whole);
        }
    }
}
