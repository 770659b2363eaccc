package dev.carom.agent.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate that nobody else trusts, made by the JDK's keytool. */
public final class TestCertificate {
    public static final String PASSWORD = "changeit";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private TestCertificate() {}

    /** Under the alias {@code server}, its key behind {@link #PASSWORD}. */
    public static KeyStore keys(Path directory, String host)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(store)) {
            keys.load(input, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** Certificate and key in one PEM file, as nginx wants them. */
    static Path write(Path directory, String host) throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore keys = keys(directory, host);
        byte[] key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
        return Files.writeString(directory.resolve("server.pem"), certificate(keys) + block("PRIVATE KEY", key));
    }

    /** The certificate alone, as PEM. */
    public static String certificate(KeyStore keys) throws GeneralSecurityException {
        return block("CERTIFICATE", keys.getCertificate("server").getEncoded());
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(name, LINES.encodeToString(bytes));
    }
}
