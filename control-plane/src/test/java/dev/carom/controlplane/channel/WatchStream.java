package dev.carom.controlplane.channel;

import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.WatchResponse;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What an agent hears on its stream; a thread of its own reads it. */
public final class WatchStream implements AutoCloseable {
    private static final int END_OF_STREAM = 0x02;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final InputStream body;
    private final BlockingQueue<WatchResponse> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ending = new LinkedBlockingQueue<>();

    WatchStream(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var in = new DataInputStream(body)) {
            while (true) {
                int flags = in.readUnsignedByte();
                byte[] content = in.readNBytes(in.readInt());
                if ((flags & END_OF_STREAM) != 0) {
                    ending.add(new String(content, StandardCharsets.UTF_8));
                    return;
                }
                heard.add(WatchResponse.parseFrom(content));
            }
        } catch (EOFException e) {
            ending.add("cut off");
        } catch (IOException e) {
            ending.add(e.toString());
        }
    }

    /** The next message that is no heartbeat. */
    public WatchResponse next() throws InterruptedException {
        WatchResponse next = poll(PATIENCE);
        if (next == null) {
            throw new AssertionError("nothing was heard for " + PATIENCE + "; the stream ended: " + ending);
        }
        return next;
    }

    public Snapshot nextSnapshot() throws InterruptedException {
        WatchResponse next = next();
        if (!next.hasSnapshot()) {
            throw new AssertionError("not a snapshot: " + next);
        }
        return next.getSnapshot();
    }

    /** The next command, past whatever comes before. */
    public Command nextCommand() throws InterruptedException {
        WatchResponse next = next();
        while (!next.hasCommand()) {
            next = next();
        }
        return next.getCommand();
    }

    /** The next message that is no heartbeat within the time, or null. */
    public @Nullable WatchResponse poll(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            WatchResponse next = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null || !next.hasHeartbeat()) {
                return next;
            }
        }
    }

    WatchResponse nextHeartbeat() throws InterruptedException {
        while (true) {
            WatchResponse next = heard.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("no heartbeat within " + PATIENCE);
            }
            if (next.hasHeartbeat()) {
                return next;
            }
        }
    }

    /** The JSON of the end-of-stream envelope, or how else the stream ended. */
    String ending() throws InterruptedException {
        String end = ending.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        return end == null ? "still open after " + PATIENCE : end;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
