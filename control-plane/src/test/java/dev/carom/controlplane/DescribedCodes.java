package dev.carom.controlplane;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The codes of problems that the OpenAPI document names, by status: they stand at the end of a response's text. */
public final class DescribedCodes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BEGIN = "Codes: ";

    private final Map<String, Set<String>> byStatus = new TreeMap<>();

    /** @param yaml the document */
    public DescribedCodes(String yaml) {
        JsonNode document = JSON.valueToTree(new Yaml().load(yaml));
        document.get("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .get("responses")
                        .properties()
                        .forEach(response -> {
                            String reference = response.getValue().path("$ref").asString("");
                            if (!reference.isEmpty()) {
                                JsonNode described = document.at(reference.substring(1));
                                byStatus.put(
                                        response.getKey(),
                                        codes(described.get("description").asString()));
                            }
                        })));
    }

    private static Set<String> codes(String description) {
        String list = description.substring(description.indexOf(BEGIN) + BEGIN.length());
        return Arrays.stream(list.split("[,\\s]+")).collect(Collectors.toUnmodifiableSet());
    }

    public boolean has(int status, String code) {
        return byStatus.getOrDefault(Integer.toString(status), Set.of()).contains(code);
    }

    public Set<String> all() {
        return byStatus.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
