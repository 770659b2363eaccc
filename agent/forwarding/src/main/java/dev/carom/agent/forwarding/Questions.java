package dev.carom.agent.forwarding;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Questions to the data path's thread, whose memory is nobody else's. Any thread asks, that one answers. */
final class Questions {
    private record Asked<T>(Function<FrameInHand, T> question, CompletableFuture<T> answer) {
        void answer(FrameInHand hand) {
            try {
                answer.complete(question.apply(hand));
            } catch (RuntimeException defect) {
                answer.completeExceptionally(defect);
            }
        }
    }

    private final Queue<Asked<?>> asked = new ConcurrentLinkedQueue<>();

    /** @param question only looks */
    <T> CompletableFuture<T> ask(Function<FrameInHand, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        asked.add(new Asked<>(question, answer));
        return answer;
    }

    /** Allocates only when somebody asks. */
    void answer(FrameInHand hand) {
        for (Asked<?> next = asked.poll(); next != null; next = asked.poll()) {
            next.answer(hand);
        }
    }
}
