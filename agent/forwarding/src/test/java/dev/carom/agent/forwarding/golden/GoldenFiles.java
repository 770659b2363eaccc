package dev.carom.agent.forwarding.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files below {@code golden/} on the class path, in a directory or in a jar. */
final class GoldenFiles {
    private static final String ROOT = "golden";

    private GoldenFiles() {}

    /** {@code area/name.yaml} of every vector, sorted; tables are none. */
    static List<String> vectors() {
        URL root = Objects.requireNonNull(GoldenFiles.class.getClassLoader().getResource(ROOT), "no golden packets");
        try {
            URI uri = root.toURI();
            if (!uri.getScheme().equals("jar")) {
                return vectors(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return vectors(jar.getPath(ROOT));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> vectors(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("tables"))
                    .sorted()
                    .toList();
        }
    }

    static Map<String, Object> read(String name) {
        try (var stream = GoldenFiles.class.getClassLoader().getResourceAsStream(ROOT + "/" + name)) {
            byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
            return new Yaml().load(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
