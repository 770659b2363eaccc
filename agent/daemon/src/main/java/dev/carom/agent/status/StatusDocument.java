package dev.carom.agent.status;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.agent.reconcile.Running;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A node's snapshot as YAML, for people and for scripts. */
public final class StatusDocument {
    private StatusDocument() {}

    public static String render(NodeSnapshot snapshot) {
        Running running = snapshot.running();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ready", snapshot.isReady());
        document.put("revision", text(running.state(), state -> state.id().toString()));
        document.put("hash", text(running.state(), RevisionedState::hash));
        document.put("verified", running.verified());
        document.put("announced", sorted(running.announced().stream().map(Object::toString)));
        document.put("leftOut", list(running.errors(), e -> e.resource() + " " + e.code() + ": " + e.message()));
        document.put(
                "engines",
                list(
                        snapshot.engines(),
                        e -> Map.of(
                                "interface",
                                e.interfaceName(),
                                "mode",
                                e.mode().name(),
                                "ready",
                                e.ready(),
                                "reason",
                                e.reason())));
        document.put(
                "health",
                list(
                        snapshot.health(),
                        h -> ordered(
                                "listener", h.listener().toString(),
                                "backend", h.backend().toString(),
                                "path", h.path().name(),
                                "state", h.health().name(),
                                "since", h.since().toString(),
                                "reason", h.reason())));
        document.put(
                "neighbors",
                list(
                        snapshot.neighbors(),
                        n -> ordered(
                                "backend",
                                n.backend().toString(),
                                "mac",
                                n.mac().toString(),
                                "ageMs",
                                n.age().toMillis())));
        document.put("findings", list(snapshot.findings(), StatusDocument::finding));
        document.put("flows", snapshot.counters().flows());
        document.put("frames", frames(snapshot));
        document.put("interfaces", list(snapshot.counters().engine().interfaces(), StatusDocument::counted));
        document.put("lost", lost(snapshot.counters().engine()));
        return yaml().dump(document);
    }

    private static Map<String, Object> finding(Finding finding) {
        return ordered(
                "code", finding.code().name(),
                "resource", finding.resource(),
                "summary", finding.summary(),
                "evidence", finding.evidence(),
                "remedy", finding.remedy(),
                "since", finding.since().toString());
    }

    /** Reasons that counted nothing are left out. */
    private static Map<String, Object> frames(NodeSnapshot snapshot) {
        return snapshot.counters().reasons().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name(), Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    private static Map<String, Object> counted(InterfaceCounters counters) {
        return ordered(
                "name", counters.name(),
                "received", counters.received(),
                "injected", counters.injected(),
                "notInjected", counters.notInjected(),
                "ringDrops", counters.kernelDrops(),
                "longerThanMtu", counters.truncated(),
                "partialChecksums", counters.partialChecksums());
    }

    private static Map<String, Object> lost(DataPathCounters.Engine engine) {
        return ordered(
                "controlFrames", engine.controlDrops(),
                "undecided", engine.decisionFailures(),
                "guardRestorations", engine.guardRestorations());
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static <T> String text(Optional<T> value, Function<T, String> rendering) {
        return value.map(rendering).orElse("none");
    }

    private static <T> List<Object> list(List<T> items, Function<T, Object> rendering) {
        return items.stream().map(rendering).toList();
    }

    private static List<String> sorted(Stream<String> items) {
        return items.sorted().toList();
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDereferenceAliases(true);
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options);
    }
}
