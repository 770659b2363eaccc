package dev.carom.agent.health;

import dev.carom.agent.datapath.HostChangeException;
import dev.carom.agent.diagnose.DiagnosisException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * An ICMP echo, to the VIP at the backend's MAC or to the backend's own address. The latter the JDK sends it when the process may open raw sockets, as the agent must
 * for its data path; unprivileged it would try TCP port 7 instead.
 */
final class IcmpProber implements Prober {
    @Override
    public String probe(Attempt attempt) throws IOException {
        Optional<Target.Hop> hop = attempt.target().hop();
        return hop.isPresent() ? throughVip(attempt, hop.orElseThrow()) : direct(attempt);
    }

    private static String throughVip(Attempt attempt, Target.Hop hop) throws IOException {
        attempt.await("echo reply from the VIP");
        try {
            return switch (VipQuestions.of(hop).echo(attempt.target().monitor().timeout())) {
                case ANSWERED -> "echo reply from the VIP";
                case SILENT ->
                    throw new WrongAnswer("no echo reply from the VIP within %d ms"
                            .formatted(attempt.target().monitor().timeout().toMillis()));
                case ROUTED_ON -> throw new WrongAnswer("unreachable: it lacks the VIP and routes");
                case PROHIBITED -> throw new WrongAnswer("prohibited by a firewall");
                case UNRESOLVED -> throw new WrongAnswer("unreachable: its MAC address does not resolve");
            };
        } catch (HostChangeException | DiagnosisException blind) {
            throw new NotAsked(String.valueOf(blind.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String direct(Attempt attempt) throws IOException {
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
