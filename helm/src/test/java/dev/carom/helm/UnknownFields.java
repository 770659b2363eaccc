package dev.carom.helm;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields that Kubernetes does not have: its types keep them apart, as additional properties. */
final class UnknownFields {
    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** Paths such as {@code DaemonSet.Spec.Template.hostNetwrk}; resources of other groups are not judged. */
    static List<String> in(HasMetadata resource) {
        UnknownFields fields = new UnknownFields();
        if (!(resource instanceof GenericKubernetesResource)) {
            fields.walk(resource.getKind(), resource);
        }
        return List.copyOf(fields.found);
    }

    private void walk(String path, @Nullable Object value) {
        if (value instanceof List<?> items) {
            items.forEach(item -> walk(path, item));
        } else if (value instanceof KubernetesResource resource) {
            properties(path, resource);
        }
    }

    private void properties(String path, Object resource) {
        for (Method method : resource.getClass().getMethods()) {
            if (method.getParameterCount() != 0 || !method.getName().startsWith("get")) {
                continue;
            }
            if (method.getName().equals("getAdditionalProperties")
                    && read(method, resource) instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(name -> found.add(path + "." + name));
            } else {
                walk(path + "." + method.getName().substring(3), read(method, resource));
            }
        }
    }

    private static @Nullable Object read(Method getter, Object resource) {
        try {
            return getter.invoke(resource);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(getter.toString(), impossible);
        }
    }
}
