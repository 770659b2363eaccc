package dev.carom.agent.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class RestTest {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Rest rest;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/nodes", this::answer);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        rest = new Rest(base, "carom_api_operator", SSLContext.getDefault());
    }

    @AfterEach
    void stop() {
        rest.close();
        server.stop(0);
    }

    @Test
    void findsTheNodeByItsNameAndHandsItOver() throws Exception {
        assertThat(rest.handOver(rest.nodeId("lb1"))).isEqualTo(2);
        assertThat(requests)
                .containsExactly(
                        "GET /api/v1/nodes?filter=name=\"lb1\" Bearer carom_api_operator",
                        "POST /api/v1/nodes/4711/hand-over Bearer carom_api_operator");
    }

    @Test
    void tellsWhyTheControlPlaneRefused() {
        assertThatThrownBy(() -> rest.handOver("alone"))
                .hasMessageContaining("409")
                .hasMessageContaining("NOBODY");
        assertThatThrownBy(() -> rest.nodeId("unknown")).hasMessageContaining("no node unknown");
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        requests.add(exchange.getRequestMethod() + " " + uri.getPath()
                + (uri.getQuery() == null ? "" : "?" + uri.getQuery()) + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        if (uri.getPath().contains("alone")) {
            send(exchange, 409, "{\"code\": \"NOBODY_TAKES_OVER\"}");
        } else if (uri.getPath().endsWith("/hand-over")) {
            send(exchange, 200, "{\"moved\": [{\"vrid\": 1}, {\"vrid\": 2}]}");
        } else {
            send(
                    exchange,
                    200,
                    uri.getQuery().contains("lb1") ? "{\"items\": [{\"id\": \"4711\"}]}" : "{\"items\": []}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
