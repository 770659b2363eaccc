package dev.carom.lab.demo;

import java.util.List;

/**
 * A download through the VIP. Bytes are whole frames as the interfaces count them.
 *
 * @param reachedClient received by the client's interface
 * @param crossedBalancer received and sent by the balancer's interface
 * @param answersAtBalancer frames of the answer that the balancer saw
 */
public record Download(
        long fileBytes,
        long reachedClient,
        long crossedBalancer,
        String sentChecksum,
        String receivedChecksum,
        int answersAtBalancer) {
    private static final double SMALL_HALF = 0.10;

    double share() {
        return (double) crossedBalancer / reachedClient;
    }

    List<Claim> claims() {
        return List.of(
                new Claim(
                        "The file arrived whole",
                        sentChecksum.equals(receivedChecksum),
                        "SHA-256 " + receivedChecksum.substring(0, Math.min(16, receivedChecksum.length())) + "..."),
                new Claim(
                        "The balancer carried only the small half",
                        share() < SMALL_HALF && reachedClient >= fileBytes,
                        "%.1f %% of what reached the client".formatted(100 * share())),
                new Claim(
                        "The balancer saw no frame of any answer to the client",
                        answersAtBalancer == 0,
                        answersAtBalancer + " frames"));
    }
}
