package dev.carom.agent.health;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/** The chunked transfer coding of RFC 9112 7.1; trailers are left unread. */
final class ChunkedBody {
    private static final int LINE_LIMIT = 256;

    private ChunkedBody() {}

    /** At most {@code limit} bytes of the decoded body. */
    static byte[] read(InputStream input, int limit) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = readSize(input);
        while (size > 0 && body.size() < limit) {
            byte[] chunk = input.readNBytes(Math.min(size, limit - body.size()));
            body.writeBytes(chunk);
            if (chunk.length < size) {
                break;
            }
            readLine(input);
            size = readSize(input);
        }
        return body.toByteArray();
    }

    private static int readSize(InputStream input) throws IOException {
        String digits = readLine(input).split(";", 2)[0].trim();
        if (!digits.matches("[0-9a-fA-F]{1,7}")) {
            throw new Prober.WrongAnswer("a broken chunk in the HTTP answer");
        }
        return HexFormat.fromHexDigits(digits);
    }

    private static String readLine(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0 || line.length() == LINE_LIMIT) {
                throw new Prober.WrongAnswer("a broken chunk in the HTTP answer");
            }
            line.append((char) next);
        }
        return line.toString().trim();
    }
}
