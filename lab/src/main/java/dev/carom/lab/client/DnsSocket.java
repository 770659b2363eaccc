package dev.carom.lab.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A UDP socket of one port, and so one flow, on which a name server is asked for short text records (RFC 1035). */
public final class DnsSocket implements AutoCloseable {
    private static final int PORT = 53;
    /** Recursion desired, one question; the last byte counts additional records. */
    private static final byte[] HEADER = {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0};

    private static final byte[] TEXT_OF_INTERNET = {0, 16, 0, 1};
    /** No name, type OPT, answers of up to 4,096 bytes, no flags (RFC 6891). */
    private static final byte[] EXTENSION = {0, 0, 41, 16, 0, 0, 0, 0, 0};
    /** RFC 7830. */
    private static final byte[] PADDING = {0, 12};

    /** A pointer to the name, type, class, time to live, and the length of the record. */
    private static final int RECORD_HEADER_BYTES = 12;

    private final DatagramSocket socket;

    private DnsSocket(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Belongs to the calling thread's namespace. */
    public static DnsSocket open(String address, Duration limit) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.connect(new InetSocketAddress(address, PORT));
        socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
        return new DnsSocket(socket);
    }

    /**
     * The text of the first record.
     *
     * @throws java.net.SocketTimeoutException if no answer comes
     */
    public String ask(String name) throws IOException {
        byte[] question = question(name, 0);
        return exchange(question, question.length);
    }

    /** The same by a question that is so many bytes longer. */
    public String askPadded(String name, int padding) throws IOException {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        question.writeBytes(question(name, 1));
        int answerAt = question.size();
        question.writeBytes(EXTENSION);
        question.writeBytes(u16(PADDING.length + 2 + padding));
        question.writeBytes(PADDING);
        question.writeBytes(u16(padding));
        question.writeBytes(new byte[padding]);
        return exchange(question.toByteArray(), answerAt);
    }

    /** The answer repeats the question, and then comes its first record. */
    private String exchange(byte[] question, int answerAt) throws IOException {
        socket.send(new DatagramPacket(question, question.length));
        DatagramPacket answer = new DatagramPacket(new byte[512], 512);
        socket.receive(answer);
        int text = answerAt + RECORD_HEADER_BYTES;
        if (answer.getLength() <= text) {
            throw new IOException("no such record");
        }
        int length = Byte.toUnsignedInt(answer.getData()[text]);
        return new String(answer.getData(), text + 1, length, StandardCharsets.US_ASCII);
    }

    private static byte[] question(String name, int additional) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEADER);
        bytes.write(additional);
        for (String label : name.split("\\.")) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        bytes.writeBytes(TEXT_OF_INTERNET);
        return bytes.toByteArray();
    }

    private static byte[] u16(int value) {
        return new byte[] {(byte) (value >>> 8), (byte) value};
    }

    @Override
    public void close() {
        socket.close();
    }
}
