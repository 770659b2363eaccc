package dev.carom.helm;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a rendering holds, as Kubernetes' own types. */
record Manifests(List<HasMetadata> resources) {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    static Manifests of(String rendered) {
        List<HasMetadata> resources = new ArrayList<>();
        Arrays.stream(rendered.split("(?m)^---\\s*$"))
                .filter(document -> document.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
                .forEach(document -> resources.add(SERIALIZATION.unmarshal(document)));
        return new Manifests(List.copyOf(resources));
    }

    Manifests withoutHooks() {
        return new Manifests(resources.stream()
                .filter(resource -> !resource.getMetadata().getAnnotations().containsKey("helm.sh/hook"))
                .toList());
    }

    List<String> names() {
        return resources.stream()
                .map(resource ->
                        resource.getKind() + " " + resource.getMetadata().getName())
                .sorted()
                .toList();
    }

    <T extends HasMetadata> Stream<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast);
    }

    <T extends HasMetadata> T one(Class<T> kind) {
        List<T> found = all(kind).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind.getSimpleName() + ", found " + found.size());
        }
        return found.getFirst();
    }

    Stream<PolicyRule> rules() {
        return Stream.concat(
                all(ClusterRole.class).flatMap(role -> role.getRules().stream()),
                all(Role.class).flatMap(role -> role.getRules().stream()));
    }

    Stream<PodSpec> pods() {
        return resources.stream().flatMap(resource -> switch (resource) {
            case Deployment deployment ->
                Stream.of(deployment.getSpec().getTemplate().getSpec());
            case DaemonSet daemons -> Stream.of(daemons.getSpec().getTemplate().getSpec());
            case Pod pod -> Stream.of(pod.getSpec());
            default -> Stream.empty();
        });
    }
}
