package dev.carom.lab;

import dev.carom.lab.client.Client;
import dev.carom.lab.demo.Proof;
import dev.carom.lab.demo.Report;
import dev.carom.lab.demo.Showcase;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Service;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.namespace.Prerequisites;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./carom demo}: starts everything, creates a VIP through REST, and proves direct server return. */
public final class Demo {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int SOMETHING_MISSING = 3;

    private static final int API_PORT = 8080;
    private static final Duration SERVICE_LIMIT = Duration.ofSeconds(60);
    private static final ServicePlan PLAN = new ServicePlan(
            "web", "10.0.0.100", 80, Map.of(HostName.BACKEND1, 1, HostName.BACKEND2, 2, HostName.BACKEND3, 3));

    private final long start = System.nanoTime();

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean once = List.of(arguments).equals(List.of("--once"));
        if (arguments.length > 0 && !once) {
            System.err.println("usage: demo [--once]");
            System.exit(WRONG_USAGE);
        }
        List<String> missing = Prerequisites.missing();
        if (!missing.isEmpty()) {
            missing.forEach(sentence -> System.err.println("carom demo: " + sentence));
            System.exit(SOMETHING_MISSING);
        }
        System.exit(new Demo().run(once) ? 0 : FAILED);
    }

    private boolean run(boolean once) throws InterruptedException {
        try (Lab lab = Lab.start(LabOptions.defaults())) {
            progress("network: client - router - switch with lb1, lb2, backend1, backend2, backend3");
            lab.addVipToBackends(PLAN.vip());
            progress("%s on the backends' loopback; they keep quiet about it (arp_ignore, arp_announce)"
                    .formatted(PLAN.vip()));
            Deployment deployment = Deployment.start(lab, API_PORT, this::progress);
            Service.create(deployment, PLAN);
            progress("REST: VIP %s, listener TCP %d, pool with weights 1 2 3, TCP monitor"
                    .formatted(PLAN.vip(), PLAN.port()));
            new Client(lab.host(HostName.CLIENT), PLAN.vip(), PLAN.port())
                    .waitForAnswer("the VIP to answer", SERVICE_LIMIT, Optional::isPresent);
            progress("the VIP answers the client");
            Report report = new Proof(deployment, PLAN).gather(this::progress);
            System.out.println();
            report.lines().forEach(System.out::println);
            System.out.println();
            System.out.println(
                    report.holds() ? "Every claim held." : "NOT every claim held; logs are in " + lab.logs());
            if (!once) {
                Showcase.start(deployment, PLAN);
                System.out.println("The console is at "
                        + deployment.controlPlane().address()
                        + " with living traffic to three VIPs, until you press Ctrl-C; logs are in " + lab.logs());
                System.out.println("Sign in as admin with the password "
                        + deployment.controlPlane().password() + " and choose another.");
                Thread.currentThread().join();
            }
            return report.holds();
        } catch (RuntimeException e) {
            System.err.println("carom demo: " + e.getMessage());
            return false;
        }
    }

    private void progress(String what) {
        System.out.printf("[%5.1f s] %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}
