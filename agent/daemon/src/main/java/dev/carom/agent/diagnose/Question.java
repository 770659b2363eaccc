package dev.carom.agent.diagnose;

import java.util.Optional;
import java.util.function.Function;

/**
 * A frame to send and how to know its answer.
 *
 * @param reading empty for a frame that says nothing to this question
 */
record Question(CheckName check, String about, byte[] frame, Function<Heard, Optional<Reply>> reading) {
    /** {@code about} is the service, or empty. */
    Question {
        frame = frame.clone();
    }

    @Override
    public byte[] frame() {
        return frame.clone();
    }

    /** What came back: the reply, and the frames that say so. */
    record Exchange(Question question, Reply reply, java.util.List<Heard> frames) {}
}
