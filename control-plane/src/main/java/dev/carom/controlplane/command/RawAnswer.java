package dev.carom.controlplane.command;

import org.jspecify.annotations.Nullable;

/**
 * An answer as a node sent it.
 *
 * @param code with FAILURE
 * @param content an outcome in the agent service's encoding; empty when {@code message} is the outcome
 */
public record RawAnswer(
        long sequence, boolean last, Type type, @Nullable String code, String message, byte @Nullable [] content) {
    public enum Type {
        PROGRESS,
        RESULT,
        FAILURE
    }

    Answer read(CommandKind kind, CommandCodec codec) {
        return switch (type) {
            case PROGRESS -> new Answer.Progress(message);
            case RESULT -> new Answer.Result(content == null ? new Outcome.Done(message) : codec.decode(kind, content));
            case FAILURE -> new Answer.Failure(code == null ? "FAILED" : code, message);
        };
    }
}
