package dev.carom.controlplane.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.UUID;

/** Self-signed certificates in PEM files, made by the JDK's own tool. */
final class Certificate {
    private Certificate() {}

    /** Replaces both files, the key first. */
    static void write(Path certificate, Path key, String name) throws Exception {
        Path store = Files.createTempDirectory("certificate").resolve("store.p12");
        String password = UUID.randomUUID().toString();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
        unpack(store, password.toCharArray(), certificate, key);
    }

    private static void unpack(Path store, char[] password, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), password);
        replace(key, "PRIVATE KEY", keys.getKey("server", password).getEncoded());
        replace(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
        Files.delete(store);
    }

    private static void replace(Path file, String what, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
