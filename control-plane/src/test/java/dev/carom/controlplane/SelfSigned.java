package dev.carom.controlplane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;

/**
 * A key with its self-signed certificate for 127.0.0.1, made by the JDK's own tool.
 *
 * @param keys holds both under {@link #ALIAS}
 * @param password of the store and of the key
 */
public record SelfSigned(KeyStore keys, char[] password) {
    public static final String ALIAS = "server";

    /** @param name the subject's common name */
    public static SelfSigned make(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = Files.createTempDirectory("certificate").resolve("store.p12");
        String password = UUID.randomUUID().toString();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
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
        KeyStore keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
        Files.delete(store);
        Files.delete(store.getParent());
        return new SelfSigned(keys, password.toCharArray());
    }
}
