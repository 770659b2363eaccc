package dev.carom.lab.endtoend;

import dev.carom.lab.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The agent's container as the chart renders it; helm's own tests keep the rendering true. */
record RenderedPod(Map<String, Object> container) {
    private static final Path RENDERING = Path.of("../helm/src/test/resources/golden/trial.yaml");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Z_]+)\\)");

    static RenderedPod agent() throws IOException {
        Iterable<Object> documents =
                new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(RENDERING));
        Map<String, Object> daemons = StreamSupport.stream(documents.spliterator(), false)
                .map(document -> object(document))
                .filter(document -> "DaemonSet".equals(document.get("kind")))
                .findFirst()
                .orElseThrow();
        Map<String, Object> pod =
                object(object(object(daemons.get("spec")).get("template")).get("spec"));
        return new RenderedPod(object(list(pod.get("containers")).getFirst()));
    }

    List<String> arguments() {
        return list(container.get("args")).stream().map(String::valueOf).toList();
    }

    /** As the container runtime sets them: the capabilities are the bounding set, and nothing is gained on the way. */
    List<String> rights() {
        Map<String, Object> context = object(container.get("securityContext"));
        Map<String, Object> capabilities = object(context.get("capabilities"));
        if (!list(capabilities.get("drop")).equals(List.of("ALL"))
                || !Integer.valueOf(0).equals(context.get("runAsUser"))) {
            throw new AssertionError("the agent is expected to be root without its capabilities: " + context);
        }
        StringBuilder kept = new StringBuilder("-all");
        list(capabilities.get("add"))
                .forEach(name -> kept.append(",+").append(String.valueOf(name).toLowerCase(Locale.ROOT)));
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--bounding-set=" + kept, "--inh-caps=-all", "--ambient-caps=-all"));
        if (Boolean.FALSE.equals(context.get("allowPrivilegeEscalation"))) {
            command.add("--no-new-privs");
        }
        return command;
    }

    /** What the kubelet would fill in, of a Kubernetes node that has this host's name and address. */
    Map<String, String> environment(Host host) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (Object each : list(container.get("env"))) {
            Map<String, Object> variable = object(each);
            filled.put(String.valueOf(variable.get("name")), value(variable, host, filled));
        }
        return filled;
    }

    private static String value(Map<String, Object> variable, Host host, Map<String, String> before) {
        if (variable.get("value") instanceof String text) {
            return REFERENCE
                    .matcher(text)
                    .replaceAll(reference -> Matcher.quoteReplacement(before.getOrDefault(reference.group(1), "")));
        }
        Object field = object(object(variable.get("valueFrom")).get("fieldRef")).get("fieldPath");
        return switch (String.valueOf(field)) {
            case "spec.nodeName" -> host.name().label();
            case "status.hostIP" -> host.ipv4();
            default -> throw new AssertionError("no value for " + variable);
        };
    }

    @SuppressWarnings("unchecked") // the keys of these documents are strings
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }
}
