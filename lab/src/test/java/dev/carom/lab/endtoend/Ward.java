package dev.carom.lab.endtoend;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.deployment.Api;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Reply;
import dev.carom.lab.deployment.Service;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A service of its own on three backends, whose servers, VIP and kernel settings a test may break one by one. */
final class Ward implements AutoCloseable {
    static final int PORT = 8090;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Deployment deployment;
    private final Service service;
    private final String vip;
    private final Map<HostName, LabProcess> servers = new EnumMap<>(HostName.class);
    private final Map<HostName, String> forwarding = new EnumMap<>(HostName.class);
    private JsonNode lastDiagnosis = MissingNode.getInstance();

    private Ward(Deployment deployment, String name, String vip) {
        this.deployment = deployment;
        this.vip = vip;
        lab().addVipToBackends(vip);
        // A namespace takes it from the machine, where something may have switched it on.
        HostName.backends().forEach(backend -> {
            forwarding.put(
                    backend,
                    host(backend).require("sysctl", "-n", "net.ipv4.ip_forward").strip());
            host(backend).namespace().sysctl(List.of("net.ipv4.ip_forward=0"));
        });
        HostName.backends()
                .forEach(backend -> serve(backend, "%s:8090".formatted(vip.contains(":") ? "[::]" : "0.0.0.0")));
        service = Service.create(deployment, new ServicePlan(name, vip, PORT, RunningService.EQUAL));
    }

    /** Returns when the doctor calls every backend sound: agents have the service then. */
    static Ward open(Deployment deployment, String name, String vip) {
        Ward ward = new Ward(deployment, name, vip);
        Waiting.untilTrue("a first diagnosis of " + name, LIMIT, () -> {
            JsonNode diagnosis = ward.diagnose();
            return diagnosis.get("backends").size() == HostName.backends().size()
                    && codes(diagnosis).isEmpty();
        });
        return ward;
    }

    String vip() {
        return vip;
    }

    Lab lab() {
        return deployment.lab();
    }

    Host host(HostName name) {
        return lab().host(name);
    }

    String backendId(HostName backend) {
        return Optional.ofNullable(service.backendIds().get(backend)).orElseThrow();
    }

    Service service() {
        return service;
    }

    private Api api() {
        return deployment.api();
    }

    /** Starts the backend's server on this {@code address:port} alone. */
    void serve(HostName backend, String listen) {
        stopServing(backend);
        try {
            Path directory = Files.createDirectories(
                    lab().scratch("ward-" + vip.replace(':', '-')).resolve(backend.label()));
            Path configuration = directory.resolve("nginx.conf");
            Files.writeString(configuration, """
                    user root; daemon off; master_process off; pid %1$s/pid; error_log %1$s/error.log; events {}
                    http {
                      access_log off;
                      client_body_temp_path %1$s/t; proxy_temp_path %1$s/t; fastcgi_temp_path %1$s/t;
                      uwsgi_temp_path %1$s/t; scgi_temp_path %1$s/t;
                      server { listen %2$s; location / { return 200 "%3$s\\n"; } }
                    }
                    """.formatted(directory, listen, backend.label()));
            LabProcess server = host(backend)
                    .start(
                            "ward",
                            List.of("nginx", "-e", directory + "/error.log", "-c", configuration.toString()),
                            Map.of());
            server.awaitReady(
                    Duration.ofSeconds(60),
                    () -> !host(backend)
                            .require("ss", "-Hltn", "sport = :" + PORT)
                            .isBlank());
            servers.put(backend, server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void stopServing(HostName backend) {
        LabProcess server = servers.remove(backend);
        if (server != null) {
            server.kill();
        }
    }

    /** Has the VIP examined, and returns the diagnosis when it is done. */
    JsonNode diagnose() {
        Reply started = api().post("vips/" + service.vipId() + "/diagnose", Map.of());
        if (started.status() != 202) {
            throw new IllegalStateException("diagnose: " + started.status() + " " + started.body());
        }
        String path = "diagnoses/" + started.id();
        lastDiagnosis = Waiting.until(
                "the end of " + path,
                LIMIT,
                () -> Optional.of(api().get(path).body())
                        .filter(diagnosis -> !diagnosis.get("state").asString().equals("RUNNING")));
        return lastDiagnosis;
    }

    /** What the faults told last were read from. */
    JsonNode lastDiagnosis() {
        return lastDiagnosis;
    }

    /** The codes of what is wrong, by backend; sound backends are left out. */
    Map<HostName, List<String>> faults() {
        JsonNode diagnosis = diagnose();
        if (!diagnosis.get("state").asString().equals("DONE")) {
            throw new IllegalStateException("the diagnosis failed: " + diagnosis);
        }
        Map<HostName, List<String>> faults = new TreeMap<>();
        service.backendIds().forEach((host, id) -> {
            List<String> codes = codes(diagnosis, id);
            if (!codes.isEmpty()) {
                faults.put(host, codes);
            }
        });
        return faults;
    }

    private static List<String> codes(JsonNode diagnosis) {
        return codes(diagnosis, "");
    }

    /** {@code backend} is its id, or empty for all. */
    private static List<String> codes(JsonNode diagnosis, String backend) {
        List<String> codes = new ArrayList<>();
        for (JsonNode each : diagnosis.get("backends")) {
            if (backend.isEmpty() || each.get("backendId").asString().equals(backend)) {
                each.get("faults").forEach(fault -> codes.add(fault.get("code").asString()));
            }
        }
        return codes;
    }

    @Override
    public void close() {
        service.delete(api());
        HostName.backends().forEach(this::stopServing);
        forwarding.forEach(
                (backend, original) -> host(backend).namespace().sysctl(List.of("net.ipv4.ip_forward=" + original)));
        for (Host backend : lab().hosts(HostName.backends())) {
            if (backend.require("ip", "-o", "addr", "show", "dev", "lo").contains(" " + vip + "/")) {
                backend.removeLoopbackAddress(vip);
            }
        }
    }
}
