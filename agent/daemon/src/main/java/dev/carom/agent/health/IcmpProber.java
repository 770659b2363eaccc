package dev.carom.agent.health;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * An ICMP echo to the backend's own address. The JDK sends it when the process may open raw sockets, as the agent must
 * for its data path; unprivileged it would try TCP port 7 instead.
 */
final class IcmpProber implements Prober {
    @Override
    public String probe(Attempt attempt) throws IOException {
        InetAddress address = attempt.destination().getAddress();
        int millis =
                Math.toIntExact(Math.clamp(attempt.target().monitor().timeout().toMillis(), 1, 60_000));
        attempt.await("echo reply");
        if (!isReachable(address, millis)) {
            throw new WrongAnswer("no echo reply within %d ms".formatted(millis));
        }
        return "echo reply";
    }

    /** The call waits within native code: on a virtual thread it would keep the few carriers from all other probes. */
    private static boolean isReachable(InetAddress address, int millis) throws IOException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("carom-echo").start(() -> {
            try {
                answer.complete(address.isReachable(millis));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
