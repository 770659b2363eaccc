package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Command;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.server.Nginx;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A fleet in which nothing is wrong and much goes on: traffic, drains, VIP moves, agents that restart, a backend that
 * reboots, and a router that is a backend. Whatever is found in it is a false alarm, but for the reboot itself.
 */
final class SoundFleet {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    /** Findings of the wire stay open for 90 s after they were last seen. */
    private static final Duration FORGETTING = Duration.ofSeconds(120);

    /** What the doctor, the sentinel and the watch of the wire find. */
    private static final Set<String> ALARMS = Set.of(
            "VIP_NOT_ON_LOOPBACK",
            "SERVICE_NOT_ON_VIP",
            "BACKEND_ANSWERS_ARP",
            "UNRESOLVED",
            "PORT_REFUSED",
            "FILTERED",
            "RP_FILTER",
            "WRONG_MAC",
            "BOUNCED",
            "RETURN_MTU",
            "DAD_FAILED",
            "FOREIGN_OWNER",
            "DUPLICATE_MASTER",
            "TABLES_DIFFER",
            "SELF_SUSPECT");

    private final Deployment deployment;
    private final RunningService service;
    private final String routerId;
    private int examinations;

    private SoundFleet(Deployment deployment, RunningService service, String routerId) {
        this.deployment = deployment;
        this.service = service;
        this.routerId = routerId;
    }

    /** Returns how often all backends were examined and found sound. */
    static int watch(Deployment deployment, String vip, Duration lasting) {
        Host router = deployment.lab().host(HostName.ROUTER);
        Nginx server = Nginx.start(router, deployment.lab().scratch("router"), deployment.files());
        router.namespace().sysctl(List.of("net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.all.arp_announce=2"));
        router.addLoopbackAddress(vip);
        try (RunningService service = RunningService.start(deployment, "sound-fleet", vip, RunningService.EQUAL)) {
            String id = deployment
                    .api()
                    .create(
                            "pools/" + service.service().poolId() + "/backends",
                            Map.of("name", "router", "address", router.ipv4(), "forwardsForOthers", true))
                    .id();
            SoundFleet fleet = new SoundFleet(deployment, service, id);
            try {
                return fleet.live(lasting);
            } finally {
                fleet.prefer(HostName.LB1, HostName.LB2);
                deployment.api().delete("backends/" + id + "?force=true");
            }
        } finally {
            server.kill();
            router.removeLoopbackAddress(vip);
            router.namespace().sysctl(List.of("net.ipv4.conf.all.arp_ignore=0", "net.ipv4.conf.all.arp_announce=0"));
        }
    }

    private int live(Duration lasting) {
        Waiting.untilTrue(
                "the router to be a backend",
                RECOVERY,
                () -> diagnosis().toString().contains(routerId));
        Waiting.untilTrue(
                "what earlier tests broke to be forgotten",
                FORGETTING,
                () -> findings().isEmpty());
        long end = System.nanoTime() + lasting.toNanos();
        try (SteadyTraffic traffic = SteadyTraffic.start(service.client(), PATIENCE)) {
            while (System.nanoTime() - end < 0) {
                drain();
                moveVips();
                restartAgent();
                reboot();
            }
            assertThat(traffic.stop()).isEmpty();
        }
        return examinations;
    }

    private void drain() {
        String backend = "backends/" + service.service().backendId(HostName.BACKEND1);
        deployment.api().change(backend, Map.of("adminState", "DRAINING"));
        try {
            nothingIsWrong();
        } finally {
            deployment.api().change(backend, Map.of("adminState", "ENABLED"));
        }
        nothingIsWrong();
    }

    private void moveVips() {
        prefer(HostName.LB2, HostName.LB1);
        nothingIsWrong();
        prefer(HostName.LB1, HostName.LB2);
        nothingIsWrong();
    }

    private void restartAgent() {
        deployment.agent(HostName.LB2).stop();
        try {
            nothingIsWrong();
        } finally {
            deployment.agent(HostName.LB2).restart();
        }
        nothingIsWrong();
    }

    /** While it is away it is ill, and nobody else is. */
    private void reboot() {
        Host host = deployment.lab().host(HostName.BACKEND3);
        String id = service.service().backendId(HostName.BACKEND3);
        deployment.server(HostName.BACKEND3).kill();
        host.removeLoopbackAddress(service.vip());
        port("down");
        try {
            assertThat(faultsBut(id)).isEmpty();
        } finally {
            port("up");
            host.addLoopbackAddress(service.vip());
            deployment.server(HostName.BACKEND3).restart();
        }
        Waiting.untilTrue("backend3 to be sound", RECOVERY, () -> faultsBut("").isEmpty());
        Waiting.untilTrue(
                "the findings of the reboot to close",
                FORGETTING,
                () -> findings().isEmpty());
        nothingIsWrong();
    }

    private void port(String state) {
        var topology = deployment.lab().topology();
        Command.of("ip", "-n", topology.switchNamespace(), "link", "set", topology.port(HostName.BACKEND3), state)
                .require();
    }

    private void prefer(HostName owner, HostName other) {
        Map<String, ?> router = Map.of(
                "vrid", 1, "priorityByNode", Map.of(deployment.nodeId(owner), 254, deployment.nodeId(other), 244));
        deployment.api().change("node-groups/" + deployment.nodeGroupId(), Map.of("virtualRouters", List.of(router)));
    }

    private void nothingIsWrong() {
        assertThat(faultsBut("")).isEmpty();
        assertThat(findings()).isEmpty();
        examinations++;
    }

    private List<String> findings() {
        List<String> alarms = new ArrayList<>();
        for (JsonNode finding : deployment.api().get("findings").body().get("items")) {
            if (ALARMS.contains(finding.get("code").asString())) {
                alarms.add(finding.toString());
            }
        }
        return alarms;
    }

    /** Entries with a fault, those of one backend left out. */
    private List<String> faultsBut(String backend) {
        List<String> ill = new ArrayList<>();
        for (JsonNode each : diagnosis().get("backends")) {
            if (!each.get("faults").isEmpty()
                    && !each.get("backendId").asString().equals(backend)) {
                ill.add(each.toString());
            }
        }
        return ill;
    }

    private JsonNode diagnosis() {
        String path = "diagnoses/"
                + deployment
                        .api()
                        .post("vips/" + service.service().vipId() + "/diagnose", Map.of())
                        .id();
        return Waiting.until(
                "the end of " + path,
                RECOVERY,
                () -> Optional.of(deployment.api().get(path).body())
                        .filter(diagnosis -> !diagnosis.get("state").asString().equals("RUNNING")));
    }
}
