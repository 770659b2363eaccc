package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HttpCheck;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP/1.1 (RFC 9112) as far as a health check needs it: one request, one bounded response. */
final class HttpExchange {
    private static final int HEAD_LIMIT = 16_384;
    private static final int BODY_LIMIT = 65_536;

    private HttpExchange() {}

    /** {@code body} holds at most the first 64 KiB, and nothing when it was not asked for. */
    record Response(int status, String body) {}

    static byte[] request(HttpCheck check, InetSocketAddress destination) {
        String host = check.host().isEmpty() ? literal(destination) : check.host();
        String text = """
                %s %s HTTP/1.1
                Host: %s
                User-Agent: carom-health
                Accept: */*
                Connection: close

                """.formatted(check.method().isEmpty() ? "GET" : check.method(), pathOf(check), host);
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static Response read(InputStream input, boolean wantsBody) throws IOException {
        String head = readHead(input);
        int status = statusOf(head);
        if (!wantsBody) {
            return new Response(status, "");
        }
        String headers = head.toLowerCase(Locale.ROOT);
        byte[] body = headers.contains("\r\ntransfer-encoding: chunked")
                ? ChunkedBody.read(input, BODY_LIMIT)
                : input.readNBytes(lengthOf(headers));
        return new Response(status, new String(body, StandardCharsets.UTF_8));
    }

    private static String readHead(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = input.read();
            if (next < 0 || head.length() == HEAD_LIMIT) {
                throw new Prober.WrongAnswer(
                        head.isEmpty() ? "closed before an HTTP answer" : "no end of the HTTP headers");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int statusOf(String head) throws IOException {
        String line = head.substring(0, head.indexOf("\r\n"));
        if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            throw new Prober.WrongAnswer("not an HTTP answer");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static int lengthOf(String headers) {
        String key = "\r\ncontent-length:";
        int at = headers.indexOf(key);
        if (at < 0) {
            return BODY_LIMIT;
        }
        String value = headers.substring(at + key.length(), headers.indexOf("\r\n", at + 2))
                .trim();
        return value.matches("\\d{1,5}") ? Math.min(BODY_LIMIT, Integer.parseInt(value)) : BODY_LIMIT;
    }

    private static String pathOf(HttpCheck check) {
        return check.path().isEmpty() ? "/" : check.path();
    }

    private static String literal(InetSocketAddress destination) {
        String address = destination.getAddress().getHostAddress();
        return destination.getAddress() instanceof Inet6Address ? "[" + address + "]" : address;
    }
}
