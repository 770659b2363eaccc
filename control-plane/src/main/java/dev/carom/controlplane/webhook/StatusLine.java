package dev.carom.controlplane.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of an answer (RFC 9112 4), and nothing after it. */
final class StatusLine {
    private static final Pattern LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final int LONGEST = 512;

    private StatusLine() {}

    /** @throws IOException if the stream does not begin with one */
    static int read(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n' && line.length() < LONGEST) {
            if (next < 0) {
                throw new EOFException("The connection was closed without an answer");
            }
            line.append((char) next);
            next = in.read();
        }
        Matcher matcher = LINE.matcher(line.toString().stripTrailing());
        if (!matcher.matches()) {
            throw new ProtocolException("The answer is not HTTP/1.1");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
