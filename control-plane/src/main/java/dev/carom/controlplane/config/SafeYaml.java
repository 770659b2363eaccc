package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.UnreadableDocument;
import dev.carom.controlplane.problem.Violation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML that says what JSON says: no types of Java, no aliases that multiply, no depth that exhausts the stack, no key
 * twice.
 */
public final class SafeYaml {
    private static final int DEEPEST = 20;
    private static final int MOST_CHARACTERS = 64 << 20;

    private SafeYaml() {}

    /** @throws UnreadableDocument if this is no such YAML, or no mapping */
    public static ObjectNode read(String text, JsonMapper json) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setAllowDuplicateKeys(false);
        try {
            Yaml yaml = new Yaml(
                    new SafeConstructor(options),
                    new Representer(new DumperOptions()),
                    new DumperOptions(),
                    options,
                    new TextsAndNumbers());
            if (yaml.load(text) instanceof Map<?, ?> mapping
                    && json.valueToTree(mapping) instanceof ObjectNode document) {
                return document;
            }
        } catch (YAMLException | IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()), e);
        }
        throw refusal("the document is no mapping", null);
    }

    private static UnreadableDocument refusal(String why, @Nullable Exception cause) {
        String first = why.lines().findFirst().orElse("");
        return new UnreadableDocument(
                new Violation(
                        "",
                        "MALFORMED_YAML",
                        "The body is not one YAML mapping without aliases, tags and repeated keys, at most " + DEEPEST
                                + " deep: " + first + "."),
                cause);
    }

    /** Equal documents give equal texts. */
    public static String write(ObjectNode document, JsonMapper json) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(false);
        return new Yaml(options).dump(json.convertValue(document, Map.class));
    }

    /** A date stays the text that it is. */
    private static final class TextsAndNumbers extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "tfTF");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
