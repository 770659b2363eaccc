package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HttpCheck;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** One HTTP/1.1 request over a fresh connection; the status, and the body if asked for, must be as expected. */
final class HttpProber implements Prober {
    private static final HttpCheck DEFAULT = new HttpCheck("GET", "/", "", List.of("200"), "", false);

    private final HttpCheck check;
    private final StatusCodes expected;
    private final Security security;

    /** How the bytes of the exchange are protected. */
    interface Security {
        Socket secure(Socket plain, Attempt attempt, HttpCheck check) throws IOException;
    }

    private HttpProber(HttpCheck check, Security security) {
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
        HttpExchange.Response response = HttpExchange.read(socket.getInputStream(), wantsBody);
        if (!expected.contains(response.status())) {
            throw new WrongAnswer("HTTP status %d, expected %s".formatted(response.status(), expected));
        }
        if (wantsBody && !response.body().contains(check.expectedBody())) {
            throw new WrongAnswer("HTTP status %d without the expected body".formatted(response.status()));
        }
        return "HTTP status " + response.status();
    }
}
