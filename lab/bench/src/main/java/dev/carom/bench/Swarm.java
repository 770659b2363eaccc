package dev.carom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A process of its own full of simulated agents. Prints {@code received NODE REVISION NANOS} and {@code verified …} as
 * they come, nodes by their place in the file of tokens. A byte that comes in has every node carry all VIPs.
 */
final class Swarm {
    private Swarm() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI service = URI.create(arguments[0]).resolve("/carom.agent.v1.AgentService/");
        List<String> tokens = Files.readAllLines(Path.of(arguments[1]));
        Fleet fleet = new Fleet(Integer.parseInt(arguments[2]));
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build()) {
            for (int i = 0; i < tokens.size(); i++) {
                SimulatedAgent agent = new SimulatedAgent(fleet, client, service, i, tokens.get(i));
                Thread.ofVirtual().start(agent::watch);
                Thread.ofVirtual().start(agent::report);
            }
            // Until whoever started it goes, or ends it.
            while (System.in.read() >= 0) {
                fleet.carryAll();
            }
        }
    }
}
