package dev.carom.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold of every pod, whatever the values. */
final class Policy {
    private static final List<String> AGENT_CAPABILITIES = List.of("NET_RAW", "NET_ADMIN", "BPF", "PERFMON");
    private static final Set<String> AGENT_HOST_PATHS = Set.of("/var/lib/carom", "/run/carom", "/sys/fs/bpf", "/srv/");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|token|secret)$");

    private static final Set<String> READS = Set.of("get", "list", "watch");
    private static final Set<String> WRITABLE =
            Set.of("tokenreviews", "services", "services/status", "events", "leases");

    private final List<String> offences = new ArrayList<>();

    private Policy() {}

    static List<String> offences(Manifests manifests) {
        Policy policy = new Policy();
        manifests.pods().forEach(policy::pod);
        manifests
                .all(DaemonSet.class)
                .map(daemons -> daemons.getSpec().getTemplate().getSpec())
                .forEach(policy::agent);
        manifests.rules().forEach(policy::rule);
        manifests
                .all(GenericKubernetesResource.class)
                .filter(resource -> resource.getKind().equals("ServiceMonitor"))
                .forEach(policy::monitor);
        Set<PodSpec> hooks =
                Set.copyOf(manifests.all(Pod.class).map(Pod::getSpec).toList());
        manifests
                .pods()
                .filter(pod -> !hooks.contains(pod))
                .flatMap(pod -> pod.getContainers().stream())
                .forEach(policy::probes);
        return List.copyOf(policy.offences);
    }

    private void pod(PodSpec pod) {
        require(pod.getSecurityContext().getSeccompProfile() != null, "a pod names no seccomp profile");
        require(!Boolean.TRUE.equals(pod.getHostPID()) && !Boolean.TRUE.equals(pod.getHostIPC()), "a host namespace");
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(container -> container(pod, container));
    }

    private void container(PodSpec pod, Container container) {
        String name = container.getName();
        SecurityContext context = container.getSecurityContext();
        require(!Boolean.TRUE.equals(context.getPrivileged()), name + " is privileged");
        require(Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), name + " may gain privileges");
        require(Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), name + " can write its root file system");
        require(context.getCapabilities().getDrop().equals(List.of("ALL")), name + " keeps capabilities");
        require(
                Boolean.TRUE.equals(pod.getSecurityContext().getRunAsNonRoot())
                        || Boolean.TRUE.equals(pod.getHostNetwork()),
                name + " runs as root");
        require(
                container.getImage().matches(".+(:(?!latest$)[^/:]+|@sha256:[0-9a-f]{64})"),
                name + ": image not pinned");
        require(
                container.getResources().getRequests().keySet().containsAll(List.of("cpu", "memory")),
                name + ": requests");
        require(container.getResources().getLimits().containsKey("memory"), name + ": no memory limit");
        container.getEnv().forEach(variable -> secret(name, variable));
    }

    private void secret(String container, EnvVar variable) {
        if (SECRET_NAME.matcher(variable.getName()).matches()) {
            boolean byReference = Optional.ofNullable(variable.getValueFrom())
                    .map(source -> source.getSecretKeyRef())
                    .isPresent();
            require(byReference, container + ": " + variable.getName() + " is not taken from a secret");
        }
    }

    private void probes(Container container) {
        require(container.getLivenessProbe() != null, container.getName() + " has no liveness probe");
        require(container.getReadinessProbe() != null, container.getName() + " has no readiness probe");
        require(container.getStartupProbe() != null, container.getName() + " has no startup probe");
    }

    private void agent(PodSpec pod) {
        require(Boolean.TRUE.equals(pod.getHostNetwork()), "the agent is not on the host's network");
        require("ClusterFirstWithHostNet".equals(pod.getDnsPolicy()), "the agent's DNS policy");
        require(pod.getTerminationGracePeriodSeconds() >= 60, "the agent has less than 60 s to hand over");
        require(
                pod.getContainers()
                        .getFirst()
                        .getSecurityContext()
                        .getCapabilities()
                        .getAdd()
                        .equals(AGENT_CAPABILITIES),
                "the agent's capabilities");
        pod.getVolumes().stream()
                .filter(volume -> volume.getHostPath() != null)
                .map(volume -> volume.getHostPath().getPath())
                .forEach(path -> require(AGENT_HOST_PATHS.stream().anyMatch(path::startsWith), "host path " + path));
    }

    /** Nothing by wildcard, no secrets, and no more than reading of what others own, but for Services. */
    private void rule(PolicyRule rule) {
        String what = String.join(",", rule.getResources());
        List<String> writes =
                rule.getVerbs().stream().filter(verb -> !READS.contains(verb)).toList();
        require(
                !rule.getVerbs().contains("*")
                        && !what.contains("*")
                        && !rule.getApiGroups().contains("*"),
                "a wildcard");
        require(!rule.getResources().contains("secrets"), "access to secrets");
        require(writes.isEmpty() || WRITABLE.contains(what), "writes " + what);
        require(!writes.contains("delete") && !writes.contains("deletecollection"), "deletes " + what);
    }

    /** The control plane tells its numbers to nobody unknown. */
    private void monitor(GenericKubernetesResource monitor) {
        require(
                monitor.get("spec", "endpoints", 0, "authorization", "credentials", "name") instanceof String secret
                        && !secret.isEmpty(),
                "a ServiceMonitor without a token");
    }

    private void require(boolean holds, String offence) {
        if (!holds) {
            offences.add(offence);
        }
    }
}
