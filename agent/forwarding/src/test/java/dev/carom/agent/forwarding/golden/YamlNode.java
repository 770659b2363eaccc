package dev.carom.agent.forwarding.golden;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of a golden file, read strictly: an absent key is named, an unknown one refused. */
record YamlNode(String where, Map<String, Object> values) {

    static YamlNode file(String name) {
        return new YamlNode(name, GoldenFiles.read(name));
    }

    YamlNode allow(String... keys) {
        Set<String> allowed = Set.of(keys);
        values.keySet().stream()
                .filter(key -> !allowed.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException(where + ": unknown key " + key);
                });
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return find(key).map(Object::toString).orElseThrow(() -> new IllegalArgumentException(where + ": no " + key));
    }

    String text(String key, String absent) {
        return find(key).map(Object::toString).orElse(absent);
    }

    int number(String key, int absent) {
        return find(key).map(value -> ((Number) value).intValue()).orElse(absent);
    }

    boolean flag(String key, boolean absent) {
        return find(key).map(Boolean.class::cast).orElse(absent);
    }

    @SuppressWarnings("unchecked") // YAML mappings have string keys in these files
    YamlNode node(String key) {
        return new YamlNode(where + "." + key, (Map<String, Object>) find(key).orElse(Map.of()));
    }

    @SuppressWarnings("unchecked") // as above
    List<YamlNode> nodes(String key) {
        List<Map<String, Object>> list = (List<Map<String, Object>>) find(key).orElse(List.of());
        return list.stream().map(item -> new YamlNode(where + "." + key, item)).toList();
    }

    List<String> texts(String key) {
        return ((List<?>) find(key).orElse(List.of()))
                .stream().map(Object::toString).toList();
    }

    Optional<Object> find(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
