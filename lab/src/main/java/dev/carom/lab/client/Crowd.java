package dev.carom.lab.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many connections that stand at once, opened in parallel from one host. Not for use by several threads. */
public final class Crowd implements AutoCloseable {
    private static final int THREADS = 8;
    /** More than a SYN takes that is lost four times. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<List<HttpConnection>> connections;

    private Crowd(List<List<HttpConnection>> connections) {
        this.connections = connections;
    }

    /** @throws IllegalStateException if one of them cannot be opened */
    public static Crowd open(Client client, int size) {
        return new Crowd(client.inParallel(THREADS, () -> openSome(client, size / THREADS)));
    }

    private static List<HttpConnection> openSome(Client client, int size) throws IOException {
        List<HttpConnection> opened = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            opened.add(HttpConnection.open(client.address(), client.port(), PATIENCE));
        }
        return opened;
    }

    /**
     * One request on each connection, and who answered it.
     *
     * @throws IllegalStateException if one of them fails
     */
    public List<String> whoAnswers() {
        return connections.parallelStream()
                .flatMap(part -> part.stream().map(Crowd::ask))
                .toList();
    }

    private static String ask(HttpConnection connection) {
        try {
            return connection.get("/").text();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public int size() {
        return connections.stream().mapToInt(List::size).sum();
    }

    @Override
    public void close() throws IOException {
        for (List<HttpConnection> part : connections) {
            for (HttpConnection connection : part) {
                connection.close();
            }
        }
    }
}
