package dev.carom.lab.endtoend;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.client.Client;
import dev.carom.lab.deployment.Api;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Service;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A service of one test that answers its client; it and the VIP on the loopbacks go when it is closed. */
record RunningService(Deployment deployment, Service service, Client client) implements AutoCloseable {
    static final Map<HostName, Integer> EQUAL =
            Map.of(HostName.BACKEND1, 1, HostName.BACKEND2, 1, HostName.BACKEND3, 1);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    static RunningService start(Deployment deployment, String name, String vip, Map<HostName, Integer> weights) {
        return start(deployment, new ServicePlan(name, vip, 80, weights));
    }

    /** A service over HTTP; returns once it answers. */
    static RunningService start(Deployment deployment, ServicePlan plan) {
        return start(deployment, deployment.nodeGroupId(), plan);
    }

    /** The same in one of several node groups. */
    static RunningService start(Deployment deployment, String nodeGroupId, ServicePlan plan) {
        RunningService running = create(deployment, nodeGroupId, plan);
        running.client.waitForAnswer(plan.vip() + " to answer", START_LIMIT, Optional::isPresent);
        return running;
    }

    /** A service over anything. */
    static RunningService create(Deployment deployment, ServicePlan plan) {
        return create(deployment, deployment.nodeGroupId(), plan);
    }

    static RunningService create(Deployment deployment, String nodeGroupId, ServicePlan plan) {
        deployment.lab().addVipToBackends(plan.vip());
        Client client = new Client(deployment.lab().host(HostName.CLIENT), plan.vip(), plan.port());
        return new RunningService(deployment, Service.create(deployment, nodeGroupId, plan), client);
    }

    Lab lab() {
        return deployment.lab();
    }

    Api api() {
        return deployment.api();
    }

    String vip() {
        return service.plan().vip();
    }

    /** Waits until each of its backends has answered: one joins when its address is resolved and its health known. */
    void awaitAllBackends() {
        Set<String> missing = service.plan().weights().keySet().stream()
                .map(HostName::label)
                .collect(Collectors.toCollection(HashSet::new));
        Waiting.untilTrue("every backend to answer", START_LIMIT, () -> {
            missing.removeAll(client.spread(12, 4).keySet());
            return missing.isEmpty();
        });
    }

    @Override
    public void close() {
        service.delete(deployment.api());
        for (Host backend : lab().hosts(HostName.backends())) {
            backend.removeLoopbackAddress(vip());
        }
    }
}
