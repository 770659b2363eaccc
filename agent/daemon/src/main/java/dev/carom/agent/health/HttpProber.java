package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HttpCheck;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One HTTP/1.1 request over a fresh connection; the status, and the body if asked for, must be as expected. */
final class HttpProber implements Prober {
    private static final HttpCheck DEFAULT = new HttpCheck("GET", "/", "", List.of("200"), "", false);

    /** A space or a line break in one of them would make it another request. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]*");

    private final HttpCheck check;
    private final StatusCodes expected;
    private final Security security;

    /** How the bytes of the exchange are protected. */
    interface Security {
        Socket secure(Socket plain, Attempt attempt, HttpCheck check) throws IOException;
    }

    /** @throws IllegalArgumentException when the check does not make one well-formed request */
    private HttpProber(HttpCheck check, Security security) {
        if (!PRINTABLE.matcher(check.method() + check.path() + check.host()).matches()) {
            throw new IllegalArgumentException("method, path and host of an HTTP check are printable ASCII");
        }
        this.check = check;
        this.expected = StatusCodes.parse(check.expectedCodes());
        this.security = security;
    }

    static HttpProber plain(Optional<HttpCheck> check) {
        return new HttpProber(check.orElse(DEFAULT), (plain, attempt, ignored) -> plain);
    }

    static HttpProber secured(Optional<HttpCheck> check) {
        return new HttpProber(check.orElse(DEFAULT), new Tls());
    }

    @Override
    public String probe(Attempt attempt) throws IOException {
        Socket socket = security.secure(attempt.connect().socket(), attempt, check);
        attempt.await("HTTP answer");
        socket.getOutputStream().write(HttpExchange.request(check, attempt.destination()));
        socket.getOutputStream().flush();
        boolean wantsBody = !check.expectedBody().isEmpty();
        InputStream input = new BufferedInputStream(socket.getInputStream());
        HttpExchange.Response response = HttpExchange.read(input, wantsBody);
        if (!expected.contains(response.status())) {
            throw new WrongAnswer("HTTP status %d, expected %s".formatted(response.status(), expected));
        }
        if (wantsBody && !response.body().contains(check.expectedBody())) {
            throw new WrongAnswer("HTTP status %d without the expected body".formatted(response.status()));
        }
        return "HTTP status " + response.status();
    }
}
