package dev.carom.agent;

import dev.carom.agent.diagnose.CaptureException;
import dev.carom.agent.diagnose.CaptureRequest;
import dev.carom.agent.diagnose.FrameCapture;
import dev.carom.agent.packet.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A capture for who asks on this host: the file, or one line that says why there is none. */
record CaptureReport(FrameCapture captures) {
    static final String ERROR = "error: ";

    /** @param question VIP, seconds, bytes and filter, with blanks between them */
    byte[] take(String question) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            captures.take(read(question), file::writeBytes);
            return file.toByteArray();
        } catch (CaptureException | IllegalArgumentException refused) {
            return error(String.valueOf(refused.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return error("the agent is being stopped");
        }
    }

    private static byte[] error(String why) {
        return (ERROR + why + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static CaptureRequest read(String question) {
        List<String> words = List.of(question.strip().split(" ", 4));
        if (words.size() < 3) {
            throw new IllegalArgumentException("a capture has a VIP, seconds and bytes");
        }
        return new CaptureRequest(
                IpAddress.parse(words.get(0)),
                words.size() == 4 ? words.get(3) : "",
                Duration.ofSeconds(Long.parseLong(words.get(1))),
                Long.parseLong(words.get(2)));
    }
}
