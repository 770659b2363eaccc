package dev.carom.agent.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks the agent of a state directory. */
public final class StatusClient {
    private StatusClient() {}

    /** @throws IOException when no agent answers there */
    public static String ask(Path stateDirectory) throws IOException {
        return text(ask(stateDirectory, StatusSocket.STATUS, ""));
    }

    /** Returns when the examination is done: a few seconds. */
    public static String askDoctor(Path stateDirectory) throws IOException {
        return text(ask(stateDirectory, StatusSocket.DOCTOR, ""));
    }

    /** @param question of one line */
    public static String askExplainer(Path stateDirectory, String question) throws IOException {
        return text(ask(stateDirectory, StatusSocket.EXPLAIN, question + "\n"));
    }

    /**
     * Returns when the capture has ended: a minute at most.
     *
     * @param question of one line
     */
    public static byte[] askForCapture(Path stateDirectory, String question) throws IOException {
        return ask(stateDirectory, StatusSocket.CAPTURE, question + "\n");
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static byte[] ask(Path stateDirectory, String name, String question) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StatusSocket.forAsking(stateDirectory, name))) {
            ByteBuffer asked = ByteBuffer.wrap(question.getBytes(StandardCharsets.UTF_8));
            while (asked.hasRemaining()) {
                channel.write(asked);
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                answer.write(buffer.array(), 0, buffer.limit());
                buffer.clear();
            }
            return answer.toByteArray();
        }
    }
}
