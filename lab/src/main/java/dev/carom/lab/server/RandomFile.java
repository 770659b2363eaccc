package dev.carom.lab.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A file that no one can guess, to tell a whole transfer from a broken one. */
public record RandomFile(Path path, long bytes, String checksum) {
    private static final int BLOCK_BYTES = 64 * 1024;

    public static RandomFile create(Path path, long bytes) {
        SplittableRandom random = new SplittableRandom();
        byte[] block = new byte[BLOCK_BYTES];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = bytes; left > 0; left -= BLOCK_BYTES) {
                random.nextBytes(block);
                out.write(block, 0, Math.toIntExact(Math.min(left, BLOCK_BYTES)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RandomFile(path, bytes, checksum(path));
    }

    /** SHA-256 in hexadecimal. */
    public static String checksum(Path path) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
