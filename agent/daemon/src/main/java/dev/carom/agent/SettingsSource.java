package dev.carom.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Where settings come from: the environment, and below it a YAML file with the same keys. */
record SettingsSource(Map<String, String> values) {
    static final Path FILE = Path.of("/etc/carom/agent.yaml");

    SettingsSource {
        values = Map.copyOf(values);
    }

    /** An empty variable counts as absent, so that a unit file can unset what the YAML file gives. */
    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<String> get(Setting setting) {
        return get(setting.name());
    }

    static SettingsSource read(Map<String, String> environment, Path file, Set<String> known) {
        Map<String, String> values = new HashMap<>(yaml(file, known));
        known.stream().filter(environment::containsKey).forEach(key -> values.put(key, environment.get(key)));
        return new SettingsSource(values);
    }

    private static Map<String, String> yaml(Path file, Set<String> known) {
        Object document;
        try {
            document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (NoSuchFileException absent) {
            return Map.of();
        } catch (IOException | YAMLException unreadable) {
            throw new SettingsException(file + " cannot be read: " + unreadable.getMessage());
        }
        if (document == null) {
            return Map.of();
        }
        if (!(document instanceof Map<?, ?> entries)) {
            throw new SettingsException(file + " must hold `KEY: value` lines; the keys are " + new TreeSet<>(known));
        }
        Map<String, String> values = new HashMap<>();
        entries.forEach((key, value) -> values.put(knownKey(file, key, known), text(value)));
        return values;
    }

    private static String knownKey(Path file, Object key, Set<String> known) {
        if (key instanceof String name && known.contains(name)) {
            return name;
        }
        throw new SettingsException(file + ": `" + key + "` is no setting; the keys are " + new TreeSet<>(known));
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case List<?> items ->
                String.join(",", items.stream().map(String::valueOf).toList());
            // YAML 1.1 reads a bare `off` as false: here it is the word.
            case Boolean flag -> flag ? "on" : "off";
            default -> value.toString();
        };
    }
}
