package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.capture.Capture;
import dev.carom.lab.capture.Frame;
import dev.carom.lab.client.DnsSocket;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.deployment.ServicePlan.Part;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.server.Dnsmasq;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Name servers over UDP, with answers and questions that fit a frame and that do not. */
@EndToEnd
class DnsIT {
    private static final List<LabProcess> SERVERS = new ArrayList<>();
    private static final int PADDING_BYTES = 3000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FLOWS = 40;

    private static BothFamilies services;
    private static Deployment deployment;
    private static Lab lab;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        lab = shared.lab();
        services = BothFamilies.start(family -> RunningService.create(shared, plan(family)));
        for (Host backend : lab.hosts(HostName.backends())) {
            SERVERS.add(Dnsmasq.start(
                    backend, Stream.of(Family.values()).map(DnsIT::vip).toList()));
        }
        for (Family family : Family.values()) {
            Waiting.untilTrue(
                    "all name servers of " + family + " to be used",
                    Duration.ofSeconds(60),
                    () -> answerers(family).containsAll(List.of("\"backend1\"", "\"backend2\"", "\"backend3\"")));
        }
    }

    private static ServicePlan plan(Family family) {
        return new ServicePlan(family.named("dns"), vip(family), 53, RunningService.EQUAL)
                .with(Part.MONITOR, Map.of("type", "DNS"))
                .with(Part.LISTENER, Map.of("protocol", "UDP"));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(LabProcess::stop);
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersComeFromAllBackendsAndPastTheBalancers(Family family) {
        List<Capture> strayed = answersAtTheBalancers(family);

        assertThat(answerers(family)).hasSize(30).contains("\"backend1\"", "\"backend2\"", "\"backend3\"");

        assertThat(strayed).allSatisfy(capture -> assertThat(capture.stop()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void answerLongerThanAFrameArrivesInFragments(Family family) {
        List<Capture> strayed = answersAtTheBalancers(family);
        Capture arrived = captureAt(HostName.CLIENT, "src host " + vip(family));

        String answer = dig(family, "+bufsize=4096", Dnsmasq.LARGE, "TXT");

        assertThat(answer.replaceAll("[^x]", "")).hasSize(Dnsmasq.LARGE_BYTES);
        assertThat(packets(arrived)).hasSizeGreaterThan(2).allMatch(Frame.Ip::isFragment);
        assertThat(strayed).allSatisfy(capture -> assertThat(capture.stop()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void fragmentsOfALongQuestionReachOneBackend(Family family) {
        long before = fragmentsForwarded();
        List<Capture> captures = HostName.backends().stream()
                .map(backend -> captureAt(
                        backend,
                        "dst host " + vip(family) + " and not tcp and src host "
                                + family.addressOf(lab.host(HostName.CLIENT))))
                .toList();

        String answer = lab.host(HostName.CLIENT).call(() -> {
            try (DnsSocket socket = DnsSocket.open(vip(family), PATIENCE)) {
                return socket.askPadded(Dnsmasq.WHO, PADDING_BYTES);
            }
        });

        assertThat(answer).matches("backend[123]");
        assertThat(captures.stream().map(DnsIT::packets).filter(packets -> !packets.isEmpty()))
                .singleElement()
                .satisfies(packets -> assertThat(packets).hasSizeGreaterThan(2).allMatch(Frame.Ip::isFragment));
        assertThat(fragmentsForwarded()).isGreaterThanOrEqualTo(before + 2);
    }

    @ParameterizedTest
    @EnumSource
    void flowsStayOnTheirBackendsAcrossChangesOfTheTable(Family family) {
        List<String> ids = HostName.backends().stream()
                .map(services.of(family).service()::backendId)
                .toList();
        lab.host(HostName.CLIENT).call(() -> {
            List<DnsSocket> flows = new ArrayList<>();
            try {
                for (int i = 0; i < FLOWS; i++) {
                    flows.add(DnsSocket.open(vip(family), PATIENCE));
                }
                List<String> before = whoAnswers(flows);
                assertThat(before).contains("backend1", "backend2", "backend3");

                changeAndWait("backends/" + ids.get(0), Map.of("weight", 200));
                assertThat(whoAnswers(flows)).isEqualTo(before);
                changeAndWait("backends/" + ids.get(1), Map.of("adminState", "DRAINING"));
                assertThat(whoAnswers(flows)).isEqualTo(before);
                assertThat(answerers(family)).contains("\"backend1\"").doesNotContain("\"backend2\"");
                changeAndWait("backends/" + ids.get(2), Map.of("adminState", "DISABLED"));
                assertThat(whoAnswers(flows))
                        .doesNotContain("backend3")
                        .usingElementComparator((now, then) -> then.equals("backend3") ? 0 : now.compareTo(then))
                        .isEqualTo(before);
            } finally {
                flows.forEach(DnsSocket::close);
                changeAndWait("backends/" + ids.get(0), Map.of("weight", 1));
                changeAndWait("backends/" + ids.get(1), Map.of("adminState", "ENABLED"));
                changeAndWait("backends/" + ids.get(2), Map.of("adminState", "ENABLED"));
            }
            return true;
        });
    }

    private static List<String> whoAnswers(List<DnsSocket> flows) throws IOException {
        List<String> names = new ArrayList<>();
        for (DnsSocket flow : flows) {
            names.add(flow.ask(Dnsmasq.WHO));
        }
        return names;
    }

    private static void changeAndWait(String resource, Map<String, ?> fields) {
        deployment.api().change(resource, fields);
        deployment.awaitRollout();
    }

    private static long fragmentsForwarded() {
        return deployment.agent(HostName.LB1).metrics().frames("FORWARDED_FRAGMENT");
    }

    /** The backends' names as thirty questions were answered, each from a port of its own. */
    private static List<String> answerers(Family family) {
        List<String> arguments = new ArrayList<>(List.of("+short"));
        Collections.nCopies(30, List.of(Dnsmasq.WHO, "TXT")).forEach(arguments::addAll);
        return lab.host(HostName.CLIENT)
                .run(Duration.ofSeconds(120), dig(family, arguments))
                .out()
                .lines()
                .toList();
    }

    private static String dig(Family family, String... arguments) {
        return lab.host(HostName.CLIENT).require(dig(family, List.of(arguments)).toArray(String[]::new));
    }

    private static List<String> dig(Family family, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("dig", "@" + vip(family), "+time=2", "+tries=1", "+ignore"));
        all.addAll(arguments);
        return all;
    }

    private static List<Capture> answersAtTheBalancers(Family family) {
        String client = family.addressOf(lab.host(HostName.CLIENT));
        return HostName.balancers().stream()
                .map(balancer -> captureAt(balancer, "src host " + vip(family) + " and dst host " + client))
                .toList();
    }

    private static Capture captureAt(HostName host, String filter) {
        return Capture.start(lab.host(host), lab.scratch("captures"), filter);
    }

    private static List<Frame.Ip> packets(Capture capture) {
        return capture.stop().stream().map(frame -> (Frame.Ip) frame.payload()).toList();
    }

    private static String vip(Family family) {
        return family.vip(171);
    }
}
