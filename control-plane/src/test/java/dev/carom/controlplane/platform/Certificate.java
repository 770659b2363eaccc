package dev.carom.controlplane.platform;

import dev.carom.controlplane.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;

/** Self-signed certificates in PEM files. */
final class Certificate {
    private Certificate() {}

    /** Replaces both files, the key first. */
    static void write(Path certificate, Path key, String name) throws Exception {
        SelfSigned made = SelfSigned.make(name);
        replace(
                key,
                "PRIVATE KEY",
                made.keys().getKey(SelfSigned.ALIAS, made.password()).getEncoded());
        replace(
                certificate,
                "CERTIFICATE",
                made.keys().getCertificate(SelfSigned.ALIAS).getEncoded());
    }

    private static void replace(Path file, String what, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
