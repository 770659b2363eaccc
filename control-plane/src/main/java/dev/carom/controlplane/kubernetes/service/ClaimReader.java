package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import io.fabric8.kubernetes.api.model.LoadBalancerStatus;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a Service asks for; what it asks for in vain becomes a notice. */
final class ClaimReader {
    static final String LOAD_BALANCER_CLASS = "carom.dev/dsr";
    static final String ADDRESSES = "carom.dev/addresses";
    static final String ADDRESS_POOL = "carom.dev/address-pool";
    private static final int SECOND_MS = 1_000;

    private final Service service;
    private final ServiceSpec spec;
    private final List<Notice> unreadable = new ArrayList<>();

    private ClaimReader(Service service) {
        this.service = service;
        this.spec = service.getSpec();
    }

    /** Whether it is one that this controller serves: its class was chosen, and it is not on its way out. */
    static boolean isClaim(Service service) {
        return "LoadBalancer".equals(service.getSpec().getType())
                && LOAD_BALANCER_CLASS.equals(service.getSpec().getLoadBalancerClass())
                && service.getMetadata().getDeletionTimestamp() == null;
    }

    static ServiceKey key(Service service) {
        var metadata = service.getMetadata();
        return new ServiceKey(metadata.getNamespace(), metadata.getName(), metadata.getUid());
    }

    static ServiceClaim read(Service service) {
        return new ClaimReader(service).read();
    }

    private ServiceClaim read() {
        return new ServiceClaim(
                key(service),
                Instant.parse(Objects.requireNonNullElse(
                        service.getMetadata().getCreationTimestamp(), "1970-01-01T00:00:00Z")),
                families(),
                requested(),
                published(service),
                Optional.ofNullable(annotations().get(ADDRESS_POOL)),
                spec.getPorts().stream().map(ClaimReader::port).toList(),
                "Local".equals(spec.getExternalTrafficPolicy()),
                Objects.requireNonNullElse(spec.getHealthCheckNodePort(), 0),
                sources(),
                affinityMs(),
                unreadable);
    }

    private Map<String, String> annotations() {
        return Objects.requireNonNullElse(service.getMetadata().getAnnotations(), Map.of());
    }

    private List<Family> families() {
        List<Family> read = spec.getIpFamilies().stream()
                .flatMap(text -> Family.read(text).stream())
                .toList();
        return read.isEmpty() ? List.of(Family.IPV4) : read;
    }

    /** The annotation wins over the field, which Kubernetes gave up because it takes one address only. */
    private List<IpAddress> requested() {
        @Nullable String given = annotations().getOrDefault(ADDRESSES, spec.getLoadBalancerIP());
        return given == null || given.isBlank()
                ? List.of()
                : Stream.of(given.split(",", -1))
                        .flatMap(text -> address(text.strip()).stream())
                        .toList();
    }

    private Optional<IpAddress> address(String text) {
        try {
            return Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            unreadable.add(new Notice(
                    Notice.Reason.ADDRESS_INVALID,
                    "The address " + text + " cannot be read, so another one may be given: " + e.getMessage() + "."));
            return Optional.empty();
        }
    }

    static List<IpAddress> published(Service service) {
        LoadBalancerStatus status =
                service.getStatus() == null ? null : service.getStatus().getLoadBalancer();
        return status == null
                ? List.of()
                : status.getIngress().stream()
                        .flatMap(ingress -> Family.address(ingress.getIp()).stream())
                        .toList();
    }

    private static ServiceClaim.Port port(ServicePort port) {
        return new ServiceClaim.Port(
                Objects.requireNonNullElse(port.getName(), ""),
                Objects.requireNonNullElse(port.getProtocol(), "TCP"),
                port.getPort());
    }

    private ServiceClaim.Sources sources() {
        List<String> given = spec.getLoadBalancerSourceRanges();
        return given.isEmpty()
                ? ServiceClaim.Sources.EVERYBODY
                : new ServiceClaim.Sources(
                        true,
                        given.stream()
                                .flatMap(text -> subnet(text.strip()).stream())
                                .toList());
    }

    private Optional<Subnet> subnet(String text) {
        try {
            return Optional.of(Subnet.parse(text));
        } catch (IllegalArgumentException e) {
            unreadable.add(new Notice(
                    Notice.Reason.SOURCE_RANGE_INVALID,
                    "The source range " + text + " cannot be read, so it lets nobody in: " + e.getMessage() + "."));
            return Optional.empty();
        }
    }

    private long affinityMs() {
        var affinity = spec.getSessionAffinityConfig();
        boolean byClient = "ClientIP".equals(spec.getSessionAffinity());
        return !byClient
                ? 0
                : affinity == null || affinity.getClientIP() == null
                        ? 10_800L * SECOND_MS
                        : (long) affinity.getClientIP().getTimeoutSeconds() * SECOND_MS;
    }
}
