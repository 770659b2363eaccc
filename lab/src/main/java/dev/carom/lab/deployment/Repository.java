package dev.carom.lab.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the built programs lie. */
record Repository(Path root) {
    private static final String VERSION = "0.1.0-SNAPSHOT";

    /** The directory above the current one that holds the modules. */
    static Repository find() {
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("control-plane/pom.xml"))) {
                return new Repository(path);
            }
        }
        throw new IllegalStateException("run it inside a clone of Carom");
    }

    List<String> agent(String command) {
        Path target = root.resolve("agent/daemon/target");
        Path jar = built(target.resolve("carom-agent-%s.jar".formatted(VERSION)));
        return List.of(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar + ":" + target.resolve("lib") + "/*",
                "dev.carom.agent.AgentMain",
                command);
    }

    List<String> controlPlane() {
        Path jar = built(root.resolve("control-plane/target/carom-control-plane-%s-exec.jar".formatted(VERSION)));
        return List.of(java(), "-jar", jar.toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path built(Path jar) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not built: mvn -DskipTests package");
        }
        return jar;
    }
}
