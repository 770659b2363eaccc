package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.UdpCheck;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Sends one datagram and waits for one that begins with what is expected; any answer will do where nothing is. Silence
 * fails: a UDP service that never answers cannot be told from a dead one.
 */
final class UdpProber implements Prober {
    private static final int LARGEST_DATAGRAM = 65_535;

    private final byte[] send;
    private final byte[] expect;

    /** @throws IllegalArgumentException when the check is not hexadecimal */
    UdpProber(UdpCheck check) {
        send = HexFormat.of().parseHex(check.sendHex());
        expect = HexFormat.of().parseHex(check.expectHex());
    }

    @Override
    public String probe(Attempt attempt) throws IOException {
        byte[] answer = ask(attempt, send);
        int end = Math.min(expect.length, answer.length);
        if (!Arrays.equals(expect, 0, expect.length, answer, 0, end)) {
            throw new WrongAnswer("the answer does not begin as expected");
        }
        return "answered with %d bytes".formatted(answer.length);
    }

    /** The socket is connected: an answer from elsewhere is not one, and a port unreachable ends the wait. */
    static byte[] ask(Attempt attempt, byte[] question) throws IOException {
        DatagramChannel channel = attempt.openDatagrams();
        attempt.await("answer");
        channel.write(ByteBuffer.wrap(question));
        ByteBuffer answer = ByteBuffer.allocate(LARGEST_DATAGRAM);
        channel.read(answer);
        return Arrays.copyOf(answer.array(), answer.position());
    }
}
