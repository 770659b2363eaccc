package dev.carom.agent.controlplane;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response body read with a watchdog: the JDK client has none of its own, and on a black-holed connection its input
 * stream waits for good. One chunk is asked for at a time, so that a slow reader slows the sender.
 */
final class StreamBody implements HttpResponse.BodySubscriber<StreamBody>, AutoCloseable {
    private sealed interface Signal {
        record Chunk(ByteBuffer bytes) implements Signal {}

        record End() implements Signal {}

        record Failed(Throwable cause) implements Signal {}
    }

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Duration longestSilence;
    private Flow.@Nullable Subscription subscription;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private boolean ended;

    StreamBody(Duration longestSilence) {
        this.longestSilence = longestSilence;
    }

    /**
     * Fills the buffer. False when the body ended before its first byte.
     *
     * @throws HttpTimeoutException after too long a silence
     */
    boolean fill(byte[] target) throws IOException, InterruptedException {
        int filled = 0;
        while (filled < target.length) {
            if (!chunk.hasRemaining() && !advance()) {
                if (filled == 0) {
                    return false;
                }
                throw new IOException("the stream ended within an envelope");
            }
            int count = Math.min(chunk.remaining(), target.length - filled);
            chunk.get(target, filled, count);
            filled += count;
        }
        return true;
    }

    /** What is left of a short body, as that of an error. */
    byte[] remaining() throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (chunk.hasRemaining() || advance()) {
            bytes.write(chunk.array(), chunk.position(), chunk.remaining());
            chunk.position(chunk.limit());
        }
        return bytes.toByteArray();
    }

    private boolean advance() throws IOException, InterruptedException {
        while (!ended) {
            @Nullable Signal signal = signals.poll(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
            switch (signal) {
                case null -> throw new HttpTimeoutException("silent for " + longestSilence.toMillis() + " ms");
                case Signal.Chunk next -> {
                    chunk = next.bytes();
                    request();
                }
                case Signal.End end -> ended = true;
                case Signal.Failed failed ->
                    throw new IOException("the stream broke: " + failed.cause(), failed.cause());
            }
            if (chunk.hasRemaining()) {
                return true;
            }
        }
        return false;
    }

    private synchronized void request() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public CompletionStage<StreamBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        ByteBuffer whole = ByteBuffer.allocate(
                buffers.stream().mapToInt(ByteBuffer::remaining).sum());
        buffers.forEach(whole::put);
        signals.add(new Signal.Chunk(whole.flip()));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Failed(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.End());
    }

    /** Gives the connection up; a reader that waits is told. */
    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.cancel();
        }
        signals.add(new Signal.End());
    }
}
