package dev.carom.lab.demo;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.client.Client;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.server.RandomFile;
import dev.carom.lab.topology.HostName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gathers the evidence for a report from a running service whose VIP lb1 owns. */
public final class Proof {
    private static final int CONNECTIONS = 10_000;
    private static final int THREADS = 8;
    private static final long FILE_BYTES = 100L * 1024 * 1024;
    private static final Duration DOWNLOAD_LIMIT = Duration.ofSeconds(120);
    private static final List<HostName> WITNESSES =
            List.of(HostName.LB1, HostName.BACKEND1, HostName.BACKEND2, HostName.BACKEND3, HostName.ROUTER);

    private final Deployment deployment;
    private final Lab lab;
    private final ServicePlan plan;
    private final Client client;
    private final Path captures;

    public Proof(Deployment deployment, ServicePlan plan) {
        this.deployment = deployment;
        this.lab = deployment.lab();
        this.plan = plan;
        this.client = new Client(lab.host(HostName.CLIENT), plan.vip(), plan.port());
        this.captures = lab.scratch("captures");
    }

    /** Sends the requests and the download; says so as it goes. */
    public Report gather(Consumer<String> progress) {
        Capture answers = Capture.start(
                lab.host(HostName.LB1),
                captures,
                "tcp and src host %s and dst host %s".formatted(plan.vip(), clientAddress()));
        ThreeSteps steps = threeSteps();
        progress.accept("one connection captured at lb1, the backends and the router");
        Spread spread = Spread.of(plan.weights(), client.spread(CONNECTIONS, THREADS));
        progress.accept("%,d connections from the client to %s:%d".formatted(spread.total(), plan.vip(), plan.port()));
        Download download = download(answers);
        progress.accept("100 MB downloaded from the VIP");
        return new Report(steps, spread, download);
    }

    private ThreeSteps threeSteps() {
        Map<HostName, Capture> running = new EnumMap<>(HostName.class);
        WITNESSES.forEach(name -> running.put(
                name,
                Capture.start(
                        lab.host(name),
                        captures,
                        "tcp and host %s and host %s".formatted(plan.vip(), clientAddress()))));
        lab.host(HostName.CLIENT)
                .require("curl", "-sS", "--max-time", "5", "http://%s:%d/".formatted(plan.vip(), plan.port()));
        Map<HostName, List<Frame>> frames = new EnumMap<>(HostName.class);
        running.forEach((name, capture) -> frames.put(name, capture.stop()));
        Map<String, HostName> macs = new HashMap<>();
        WITNESSES.forEach(name -> macs.put(lab.host(name).mac(), name));
        return ThreeSteps.find(new Wire(frames, macs), clientAddress(), plan.vip());
    }

    private Download download(Capture answers) {
        Host balancer = lab.host(HostName.LB1);
        Host receiver = lab.host(HostName.CLIENT);
        RandomFile file = RandomFile.create(deployment.files().resolve("download"), FILE_BYTES);
        Path received = lab.scratch("received").resolve("download");
        long balancerBefore = balancer.bytesReceived() + balancer.bytesSent();
        long clientBefore = receiver.bytesReceived();
        receiver.require(
                DOWNLOAD_LIMIT,
                "curl",
                "-sS",
                "-o",
                received.toString(),
                "http://%s:%d/files/download".formatted(plan.vip(), plan.port()));
        return new Download(
                FILE_BYTES,
                receiver.bytesReceived() - clientBefore,
                balancer.bytesReceived() + balancer.bytesSent() - balancerBefore,
                file.checksum(),
                RandomFile.checksum(received),
                answers.stop().size());
    }

    private String clientAddress() {
        return lab.host(HostName.CLIENT).ipv4();
    }
}
