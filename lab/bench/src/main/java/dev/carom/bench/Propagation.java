package dev.carom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the moment of asking for a change until all simulated nodes of its group have it. */
final class Propagation {
    private final Rest rest;
    private final SwarmProcess swarm;
    private final Size size;
    private final List<Long> received = new ArrayList<>();
    private final List<Long> verified = new ArrayList<>();

    private Propagation(Rest rest, SwarmProcess swarm, Size size) {
        this.rest = rest;
        this.swarm = swarm;
        this.size = size;
    }

    static Propagation measure(Rest rest, SwarmProcess swarm, Size size, int changes) {
        Propagation propagation = new Propagation(rest, swarm, size);
        for (int i = 0; i < changes; i++) {
            propagation.change(1 + i % size.groups(), i);
        }
        return propagation;
    }

    private void change(int group, int number) {
        String name = Estate.service(group, number % size.vips());
        String pool = rest.get("pools?filter=name=" + name)
                .body()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        String backend = rest.get("backends?limit=1&filter=poolId=" + pool)
                .body()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        Rest.Answer answer = rest.patch("backends/" + backend, Map.of("weight", 3 + number % 200));
        int first = (group - 1) * size.nodes();
        received.add(swarm.lastReceived(first, size.nodes(), answer.revision()) - answer.sentAt());
        verified.add(swarm.lastVerified(first, size.nodes(), answer.revision()) - answer.sentAt());
    }

    Timings received() {
        return new Timings(received);
    }

    /** With the acknowledgements of all. */
    Timings verified() {
        return new Timings(verified);
    }
}
